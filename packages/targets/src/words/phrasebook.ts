import { certainties, methods, methodsOblique, models, months, ownWords, statuses } from './glossary.ts';
import type { Phrase, Phrasebook } from './phrase.ts';
import {
  changeCauses,
  changeClauses,
  changeLabels,
  changePartNames,
  changeReasons,
  movedWords,
} from './phrases/change-phrases.ts';
import { chartClauses, chartLabels, chartTitles, saidOns, unitNames } from './phrases/chart-phrases.ts';
import {
  claimClauses,
  claimDeeds,
  dateLists,
  missedYears,
  outcomeShares,
  sums,
  whens,
} from './phrases/claim-phrases.ts';
import { definitionClauses, definitionLabels } from './phrases/definition-phrases.ts';
import { eventClauses, slips, times } from './phrases/event-phrases.ts';
import {
  caveatClauses,
  figureClauses,
  joiners,
  labels,
  laterReleases,
  modelLists,
  monthSpans,
  odds,
  periods,
  quantiles,
  rules,
  windowYears,
} from './phrases/figure-phrases.ts';
import { matrixClauses, saids, tallies, windows } from './phrases/matrix-phrases.ts';
import {
  badges,
  howManyClaims,
  howManyTargets,
  leftOuts,
  pageClauses,
  pageLabels,
  renamed,
} from './phrases/page-phrases.ts';
import { packClauses, packSections, packTexts, series, titles, undatedTimes } from './phrases/pakistan-it-phrases.ts';
import { aheads, caseCounts, questionKinds, recordClauses, recordLabels } from './phrases/record-phrases.ts';
import { growthLists, scenarioClauses } from './phrases/scenario-phrases.ts';
import {
  attained,
  comparisons,
  goals,
  growthNeeded,
  growthSeen,
  reasons,
  verdictClauses,
} from './phrases/verdict-phrases.ts';

/** What is not in the book stands as it is written. */
const asWritten: Phrase = ['{n:name}', '{n}'];

/** Everything the product says, by kind: sentences and clauses, then what may stand in their slots. */
export const phrasebook: Phrasebook = {
  clause: [
    ...verdictClauses,
    ...eventClauses,
    ...matrixClauses,
    ...figureClauses,
    ...caveatClauses,
    ...claimClauses,
    ...definitionClauses,
    ...packClauses,
    ...scenarioClauses,
    ...changeClauses,
    ...recordClauses,
    ...pageClauses,
    ...chartClauses,
    ...joiners,
  ],
  label: [
    ...labels,
    ...badges,
    ...pageLabels,
    ...chartLabels,
    ...changeLabels,
    ...recordLabels,
    ...packTexts,
    ...definitionLabels,
  ],
  leftOut: leftOuts,
  targetCount: howManyTargets,
  claimCount: howManyClaims,
  renamed,
  growthList: growthLists,
  changeCause: changeCauses,
  changeReason: changeReasons,
  changePart: changePartNames,
  moved: movedWords,
  chartTitle: chartTitles,
  unit: unitNames,
  saidOn: saidOns,
  ahead: aheads,
  caseCount: caseCounts,
  questionKind: questionKinds,
  goal: goals,
  status: statuses,
  certainty: certainties,
  needed: growthNeeded,
  seen: growthSeen,
  comparison: comparisons,
  attained,
  reason: reasons,
  slip: slips,
  times,
  window: windows,
  said: saids,
  tally: tallies,
  method: methods,
  methodOblique: methodsOblique,
  word: ownWords,
  period: [...periods, ...undatedTimes],
  monthSpan: monthSpans,
  monthName: Object.entries(months),
  windowYears,
  model: models,
  modelList: modelLists,
  rule: rules,
  laterReleases,
  when: whens,
  deed: claimDeeds,
  outcomes: outcomeShares,
  sum: sums,
  dateList: dateLists,
  missed: missedYears,
  odds,
  quantile: quantiles,
  ...packSections,
  series,
  seriesName: [...series, asWritten],
  title: titles,
  titleName: [...titles, asWritten],
};
