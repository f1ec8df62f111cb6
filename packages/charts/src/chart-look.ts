/** The size of a chart in its own units; the page scales it to the column it stands in. */
export interface ChartLook {
  readonly width: number;
  readonly height: number;
}

/** Two sizes that keep 11-unit text legible: a column of a desktop page, and a phone. */
export const wideLook: ChartLook = { width: 720, height: 380 };
export const narrowLook: ChartLook = { width: 340, height: 320 };

/** Colours come from the page's stylesheet, so that light, dark and print need no second drawing; the fallback stands alone. */
export const ink = {
  text: 'currentColor',
  actual: 'var(--chart-actual, currentColor)',
  paper: 'var(--chart-paper, white)',
  median: 'var(--chart-median, #0b5d7a)',
  required: 'var(--chart-required, #a4510b)',
  target: 'var(--chart-target, #a4510b)',
  band50: 'var(--chart-band-50, #7fb3c8)',
  band80: 'var(--chart-band-80, #b3d3df)',
  band95: 'var(--chart-band-95, #dcebf1)',
} as const;
