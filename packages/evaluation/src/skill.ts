/** 1 − score / benchmark's score: 0 is as good as the benchmark, 1 perfect, negative worse. */
export function skill(score: number, benchmarkScore: number): number {
  return 1 - score / benchmarkScore;
}
