export {
  openWorker,
  type Pace,
  type Worker,
  type WorkerOptions,
} from './open-worker.ts';
