import { exponentialGrowth, type Model } from '@hadaf/models';
import { expect, test } from 'vitest';
import { rememberedModel } from './remembered-model.ts';

test('the same values are fitted once, others anew', () => {
  let fits = 0;
  const counted: Model = {
    name: exponentialGrowth.name,
    fit: (series) => {
      fits += 1;
      return exponentialGrowth.fit(series);
    },
  };
  const model = rememberedModel(counted);
  const values = Float64Array.of(1.2, 1.4, 2.1, 2.6, 2.6, 3.2, 3.8);
  const first = model.fit({ values, seasonLength: 1 });
  expect(model.fit({ values: Float64Array.from(values), seasonLength: 1 })).toBe(first);
  expect(fits).toBe(1);
  const other = { values: values.with(6, 3.9), seasonLength: 1 };
  expect(JSON.stringify(model.fit(other))).toBe(JSON.stringify(exponentialGrowth.fit(other)));
  expect(fits).toBe(2);
  // More series than it keeps: the first is fitted again.
  for (let i = 0; i < 600; i += 1) model.fit({ values: values.with(0, 2 + i / 1000), seasonLength: 1 });
  expect(JSON.stringify(model.fit({ values, seasonLength: 1 }))).toBe(JSON.stringify(first));
  expect(fits).toBe(603);
});
