import type { ProjectionEvent } from '../projections/projection.ts';

/** Server-sent events: one a step, named by its state. JSON has no raw line break, so a `data` line is one line. */
export async function* eventStream(steps: AsyncIterable<ProjectionEvent>): AsyncGenerator<string> {
  yield 'retry: 2000\n\n';
  for await (const { sequence, projection } of steps) {
    yield `id: ${sequence}\nevent: ${projection.state}\ndata: ${JSON.stringify(projection)}\n\n`;
  }
}
