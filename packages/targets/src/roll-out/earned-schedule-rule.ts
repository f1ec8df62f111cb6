/** Bands of the `earned-schedule` rule on SPI(t), each inclusive. Ours: no standard fixes them. */
export const earnedScheduleRule = {
  id: 'earned-schedule',
  version: '1',
  onTrackFrom: 0.95,
  atRiskFrom: 0.8,
} as const;
