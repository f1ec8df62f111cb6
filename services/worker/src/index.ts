export { startWorker, type WorkerParts } from './start-worker.ts';
