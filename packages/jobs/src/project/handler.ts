import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { project } from './contract.ts';

export const projectHandler = ({ engine, log }: HandlerDeps): Handler => ({
  async work(payload) {
    const { projectionId } = project.parse(payload);
    await engine.project(projectionId, async (progress) => {
      log.debug({ event: 'projection.progress', projectionId, ...progress });
    });
    return [];
  },
  async quarantine(payload, reason) {
    await engine.failProjection(project.parse(payload).projectionId, reason);
    return [];
  },
});
