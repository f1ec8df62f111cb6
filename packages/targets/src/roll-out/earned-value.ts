/** Earned-value figures in one unit, of work or of money. */
export interface EarnedValue {
  readonly spi: number;
  readonly scheduleVariance: number;
  readonly cpi: number;
  readonly costVariance: number;
}

/**
 * SPI = EV ÷ PV, SV = EV − PV, CPI = EV ÷ AC, CV = EV − AC.
 *
 * @throws RangeError when nothing is planned or spent
 * @see Project Management Institute (2019), The Standard for Earned Value Management
 */
export function earnedValue(earned: number, planned: number, actualCost: number): EarnedValue {
  if (!(planned > 0) || !(actualCost > 0)) {
    throw new RangeError(`earnedValue requires planned and actual cost above zero, got ${planned}, ${actualCost}`);
  }
  return {
    spi: earned / planned,
    scheduleVariance: earned - planned,
    cpi: earned / actualCost,
    costVariance: earned - actualCost,
  };
}
