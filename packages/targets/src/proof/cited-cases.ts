import type { PublishedTable } from './table-row.ts';

/**
 * Published and worked cases of the methods shipped, one fact a line with its source, so that proof runs wherever the
 * product does. Bulk sets are read from disk.
 */
const text = `
id|method|direction|base_year|base_value|latest_year|latest_value|target_year|target_value|extra_inputs|expected_value|tolerance|expected_status|evidence|source_url
WE001|Eurostat-type CAGR ratio|down|2015|14.5|2023|10.4|2030|7.25||0.9010899546976208; score 2.1506954374096354|R 1e-12; score 1e-4|moderate_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE005|Eurostat-type CAGR ratio|up|2015|0.37|2025|9.53|2030|60.0||0.9504069883014249; score 2.502962076738248|R 1e-12; score 1e-4|substantial_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE008|Eurostat-type CAGR ratio|up|2015|10.1|2023|13.7|2030|30.0||0.5160064971944834; score -0.34995572813974585|R 1e-12; score 1e-4|limited_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE009|Eurostat-type CAGR ratio|down|2015|70.0|2023|55.0|2030|100.0||1.2340549664701979; score 5.0|R 1e-12; score 1e-4|target_achieved|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE019|Eurostat-type CAGR ratio|down|2016|7.8|2025|13.5|2028|10.0||-3.0040533889075847; score -5.0|R 1e-12; score 1e-4|deterioration|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE020|Eurostat-type CAGR|up|2016|66.6|2023|71.4|||{"limit": 100}|0.009991483690946268; score 1.739752850099936|CAGR 1e-12; score 1e-4|moderate_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE032|Eurostat-type CAGR|up|2015|97.4|2022|99.7|||{"limit": 100}|0.003339774133456208; score 5.0|CAGR 1e-12; score 1e-4|substantial_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE034|StatCan aggregate||||||||{"series_scores": [0.16395511480401614, -4.134338371942628, 5.0, -5.0, 5.0, 5.0]}|1.0049361238102315|1e-9|moderate_progress|reproduced exactly|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE037|StatCan insufficient data|up|2019|41.0|2019|41.0|2030|||null||not_available|published|https://github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic/blob/d38e8053d40d7af3cd7a05332cd94aee12dbe3dd/indicator_calculation_components.yml
WE039|UN progress-chart CR|down|2015|16.9|2024|23.0|2030|3||-0.320019252|1e-6|Deterioration|CR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE047|UN progress-chart CR|up|2015|11.0|2024|57.3|2030|95.0||1.302080894|1e-6|On Track|CR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE049|UN progress-chart CR|down|2015|202.31632|2023|155.03274|2030|70||0.479090964|1e-6|Limited or No Progress|CR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE050|UN progress-chart CR|up|2015|59.0|2020|68.0|2030|95||0.892623669|1e-6|Fair progress but acceleration needed|CR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE055|UN progress-chart CR|up|2016|52.00773|2024|50.89357|2030|97.0||-0.059375882|1e-6|Limited or No Progress|CR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE059|UN progress-chart CR|down|2016|0.03237|2024|0.1595|2030|0.1||naive CR is positive (wrong sign)||Deterioration|published status|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/AFG.json
WE061|UN progress-chart CR|up|2015|97.35506|2025|95.81724|2030|97.0||naive CR is positive (wrong sign)||Deterioration|published status|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/NPL.json
WE064|UN progress-chart CAGR (no target)|up|2017|34.62632|2018|43.66575||||0.261056618|1e-6|On Track|CAGR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE066|UN progress-chart CAGR (no target)|down|2015|559.0|2020|10599.0||||0.801235994|1e-6|Deterioration|CAGR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE067|UN progress-chart CAGR (no target)|up|2015|2.508546604292718|2024|2.672260186118434||||0.007049295|1e-6|Fair progress but acceleration needed|CAGR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE069|UN progress-chart CAGR (no target)|down|2017|33.80701|2021|34.80911||||0.007329469|1e-6|Limited or No Progress|CAGR recomputed|https://github.com/UNDP-Data/SDG-Accelerator-Data-Repo/blob/7cc0750d20dbb4408d6ac9f49cc0124f8c944513/CountryData/PAK.json
WE071|UN progress chart 2023/24|up|2015|11.0|2024|57.3|2030|95.0||172.185237; 1.918872|1e-5|3 on track|derived from published formula|https://github.com/EUSTAT-DES/site/blob/10f3c702d7a2e175c52e128fc907419e86bc91c0/_pages/en/metodologia.md
WE072|UN progress chart 2023/24|down|2015|202.31632|2023|155.03274|2030|70||122.819370; 0.600810|1e-5|2 fair, accelerate|derived from published formula|https://github.com/EUSTAT-DES/site/blob/10f3c702d7a2e175c52e128fc907419e86bc91c0/_pages/en/metodologia.md
WE073|UN progress chart 2023/24|down|2015|16.9|2024|23.0|2030|3||28.245890; -0.816251|1e-5|1 stagnation/regression|derived from published formula|https://github.com/EUSTAT-DES/site/blob/10f3c702d7a2e175c52e128fc907419e86bc91c0/_pages/en/metodologia.md
WE074|SDSN SDG Index four-arrow trend|up|2014|13.589532|2017|19.073028|2030|10.0|{"best": 20.0, "worst": 0.0}|9.139160; -1.121729|1e-5|↑|reproduced|https://github.com/sdsna/2019EUIndex (Data (Excel).xlsx; Methodology.pdf; CC BY 4.0)
WE077|SDSN SDG Index four-arrow trend|up|2015|5.8|2018|6.6|2030|11.0|{"best": 28.0, "worst": 0.0}|0.952381; 1.238095|1e-5|➚|reproduced|https://github.com/sdsna/2019EUIndex (Data (Excel).xlsx; Methodology.pdf; CC BY 4.0)
WE083|SDSN SDG Index four-arrow trend|down|2013|3.36353|2016|3.347139|2030|2.0|{"best": 0.0, "worst": 23.7}|0.023053; 0.338429|1e-5|→|reproduced|https://github.com/sdsna/2019EUIndex (Data (Excel).xlsx; Methodology.pdf; CC BY 4.0)
WE089|SDSN SDG Index four-arrow trend|down|2013|20.4|2016|21.2|2030|10.0|{"best": 3.0, "worst": 35.1}|-0.830737; 1.905809|1e-5|↓|reproduced|https://github.com/sdsna/2019EUIndex (Data (Excel).xlsx; Methodology.pdf; CC BY 4.0)
WE092|German DNS weather symbols (Destatis)|down|2014|69|2019|52|2030|30||14.60; -70.0%|0.1|Sonne|reproduced|https://github.com/Nachhaltige-Entwicklung-Deutschland/open-sdg-data-starter (data/indicator_11-1-a.csv, meta/11-1-a.md); rule: open-sdg-site-starter _pages/en/status.md
WE094|German DNS weather symbols (Destatis)|down|2016|62|2021|53|2030|30||36.80; 29.6%|0.1|Wolke|reproduced|https://github.com/Nachhaltige-Entwicklung-Deutschland/open-sdg-data-starter (data/indicator_11-1-a.csv, meta/11-1-a.md); rule: open-sdg-site-starter _pages/en/status.md
WE097|German DNS weather symbols (Destatis)|up|2019|17.3|2024|22.5|2030|41||28.74; 66.3%|0.1|Wolke|reproduced|https://github.com/Nachhaltige-Entwicklung-Deutschland/open-sdg-data-starter (data/indicator_7-2-a.csv, meta/7-2-a.md); rule: open-sdg-site-starter _pages/en/status.md
WE100|German DNS weather symbols (Destatis)|up|2015|14.9|2020|19.1|2030|30||27.50; 22.9%|0.1|Leicht bewölkt|NOT reproduced: frozen on an earlier vintage|https://github.com/Nachhaltige-Entwicklung-Deutschland/open-sdg-data-starter (data/indicator_7-2-a.csv, meta/7-2-a.md); rule: open-sdg-site-starter _pages/en/status.md
WE103|UN ESCAP Current Status Index|up|2015|40|2024|64|2030|100||4.0|1e-9|4.0 of 10 (expected 6.0 at 2024)|formula read in UNICEF MENARO R code citing ESCAP|find_string id 8547244160 (UNICEF MENARO benchmarking R script); https://data.unescap.org/resource-guides/progress-assessment-methodology
WE104|UN ESCAP Anticipated Progress Index|up|2015|40|2024|64|2030|100|{"Yhat2030_from_weighted_regression": 94}|10.0|1e-9|boundary: 0<=P<=10 met / 10<P<=100 accelerate / P>100 reverse|gap definition read (UNECE technical notes), cut-offs recalled|https://w3.unece.org/sdg2023/technical-notes.html
WE105|UN IGME annual rate of reduction|down|1990|90|2012|48|2015|30||0.1567|0.0006|accelerate (15.6 % needed vs 3.9 % achieved 2005-12)|reproduced|https://dds.cepal.org/redesoc/publicacion?id=3108 (UN IGME 2013 report abstract)
WE106|UN IGME on-track rule|down|1990|3|||2015|1||0.0439|0.0005|>= 4.4 % on track|reproduced|https://dds.cepal.org/redesoc/publicacion?id=3108 (UN IGME 2013 report abstract)
WE107|UN IGME decline|down|1990|90|2012|48||||0.467|0.005|47 %|reproduced|https://dds.cepal.org/redesoc/publicacion?id=3108 (UN IGME 2013 report abstract)
WE109|Distance to target (Eurostat/EEA style)|down|||2020|1236|2020|1312||-0.058|0.0005|5.8 % below target|target value 1312 recalled|https://wobelpost.com/goals-for-primary-energy-consumption-between-2020-and-2030/ (Eurostat)
WE111|Linear pro-rata (corporate targets)|down|2020|10000|2025|7000|2030|5000||0.60; 0.50|1e-9|Ahead / on track (30 % >= 25 %)|reproduced|https://crd.crediblesg.com/help/target-progress
WE112|OKR pace (UpRaise)|up||||57|||{"ideal_progress": 60}|0.95|1e-6|On Track|derived from published rule|https://amoeboids.atlassian.net/wiki/spaces/USA/pages/1566736458
WE113|OKR pace (UpRaise)|up||||56.9|||{"ideal_progress": 60}|0.948333|1e-6|Lagging|derived from published rule|https://amoeboids.atlassian.net/wiki/spaces/USA/pages/1566736458
WE114|OKR pace (UpRaise)|up||||45|||{"ideal_progress": 60}|0.75|1e-6|Lagging|derived from published rule|https://amoeboids.atlassian.net/wiki/spaces/USA/pages/1566736458
WE115|OKR pace (UpRaise)|up||||44.9|||{"ideal_progress": 60}|0.748333|1e-6|At Risk|derived from published rule|https://amoeboids.atlassian.net/wiki/spaces/USA/pages/1566736458
WE116|OKR pace (OKRs Tool)|up||||30|||{"elapsed_pct": 60}|60|1e-9|At Risk|published example|https://okrstool-kb.pages.dev/why-is-my-okr-at-risk/
WE118|Earned value SPI||||||||{"units_done": 80, "units_planned": 120, "unit_cost": 0.02}|1.6; 2.4; 0.6667|1e-4|behind schedule|published (site truncates to 0.6)|https://www.geocities.ws/projectmanagementquestpond/earnedvalue.htm
WE119|Earned value SPI||||||||{"EV": 86571, "PV": 101000, "AC": 88800}|0.85714; -14429; 0.9749; -2229|1e-4|behind schedule, over budget|CPI printed 0.9745, arithmetic gives 0.9749|https://termpaperqueen.com/term-paper-project-analysis/
WE120|Earned value SPI||||||||{"BAC": 100000, "schedule": [0.1, 0.2, 0.4, 0.7, 1.0], "period": 3, "actual_complete": 0.35}|40000; 35000; 0.875|1e-9|behind|result computed|https://paulgovan.github.io/PRA/reference/spi.html
WE121|Earned schedule|up|2024|0|2025|40|2027|250|{"PV": {"FY24": 0, "FY25": 50, "FY26": 150, "FY27": 250}}|0.80; 0.80; 0.80|1e-9|behind plan|40 centres reported Aug 2025|documents 001,003; https://abra.stream/?p=632 (40 e-employment centres in 26 cities)
WE122|WHO Triple Billions AROC latest|up|2017|87|2018|88|2025|||95.329344965|1e-6||published test; value computed|https://github.com/gpw13/billionaiRe/blob/ecb82c4aaf92eb7cb2b6ad9ed66eac1c92bc3e8d/tests/testthat/test_aroc_scenarios.R
WE125|WHO Triple Billions AROC target|up|2018|68|2018|68|2025|99||0.055124614; 99|1e-9||published test (2025 = 99); AROC computed|https://github.com/gpw13/billionaiRe/blob/ecb82c4aaf92eb7cb2b6ad9ed66eac1c92bc3e8d/tests/testthat/test_aroc_scenarios.R
WE126|WHO Triple Billions fixed target (linear)|up|2018|68|2018|68|2025|99||4.428571429; 68..99 in 8 points|1e-9||published test|https://github.com/gpw13/billionaiRe/blob/ecb82c4aaf92eb7cb2b6ad9ed66eac1c92bc3e8d/tests/testthat/test_target_scenarios.R
WE159|YoY growth (press, Pakistan)|up||3.223||3.81||||0.1821|0.006|nearly 18 %|reproduced|https://www.brecorder.com/news/40378736/
WE168|Missed target|up|||2025|3.81|2025|4.2||0.9071|1e-4|missed by about $0.4bn|reproduced|https://www.brecorder.com/news/40378736/
WE169|Missed target|up|||2023|2.596|2023|5.0||0.5192|1e-4|missed by 48 %|derived from two published values|https://propakistani.pk/2022/08/24/ ; https://www.brecorder.com/news/40322907/
WE171|Required CAGR|up|||2025|3.81|2030|15||0.315326|1e-6||derived|documents 002, 004; https://www.brecorder.com/news/40378736/
WE174|Required CAGR|up|||2025|4.6|2030|15||0.266679|1e-6||derived|documents 002, 004; https://www.brecorder.com/news/40378736/
WE176|Definition sensitivity|up|2024|3.639241|2025|4.6|2030|15||0.991615|1e-5|substantial progress / on track|derived from seeds|documents 002, 004
WE177|Definition sensitivity|up|2022|2.616|2025|3.81|2030|15||0.547300; 7.1297|1e-5|limited progress (<0.60); UN: fair (>=0.50)|derived from published values|https://propakistani.pk/2022/08/24/ ; https://www.brecorder.com/news/40378736/
WE180|Target arithmetic|||||||25|{"parts": [15, 1, 10]}|26|exact|parts do not sum to the headline|checked|https://invest.pk/view-news/5111
`;

const [header = [], ...cases] = text
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

export const citedCases: PublishedTable = {
  name: 'cited cases',
  rows: cases.map((cells) => ({
    expected_metric: '',
    ...Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])),
  })),
};
