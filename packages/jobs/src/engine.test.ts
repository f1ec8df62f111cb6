import type { Engine as BuiltEngine } from '@hadaf/engine';
import { expectTypeOf, test } from 'vitest';
import type { Engine } from './engine.ts';

test('the engine as built is the engine the handlers call', () => {
  expectTypeOf<BuiltEngine>().toExtend<Engine>();
});
