import { type Indicator, type Observation, parseSpan, type SourceDocument } from '@hadaf/series';

const indicator: Indicator = {
  id: 'exports',
  name: 'Exports',
  unit: 'USD mn',
  kind: 'flow',
  frequency: 'month',
  calendar: { firstMonth: 7 },
  definition: 'exports',
  variantOf: null,
};

/** A report of a period, of a span such as `Jul–Apr FY2026`. */
function report(label: string, value: number, halfWidth = 0.5): Observation {
  const span = parseSpan(label, indicator.calendar);
  if (!span) throw new RangeError(`no period ${label}`);
  return {
    indicatorId: indicator.id,
    ...span,
    value,
    qualifier: 'exact',
    halfWidth,
    agency: 'SBP',
    documentId: 'page',
    publishedOn: span.end,
    knownBy: span.end,
    knownByBasis: 'date of the document',
    status: 'accepted',
    note: '',
  };
}

const documents: ReadonlyMap<string, SourceDocument> = new Map();

/** Four totals with their first ten months, which were 80, 82, 81 and 83 % of them. */
const earlierYears = [
  report('FY2022', 2600),
  report('Jul–Apr FY2022', 2080),
  report('FY2023', 2700),
  report('Jul–Apr FY2023', 2214),
  report('FY2024', 3200),
  report('Jul–Apr FY2024', 2592),
  report('FY2025', 3800),
  report('Jul–Apr FY2025', 3154),
];

/** For tests: a flow in fiscal years from July, reported by months. */
export const monthlyExports = { indicator, documents, earlierYears, report };
