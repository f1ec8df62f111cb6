export { assessPack } from './assess-pack/contract.ts';
export { assessShard } from './assess-shard/contract.ts';
export type { Job, JobRequest } from './define-job.ts';
export { deliverAlert } from './deliver-alert/contract.ts';
export type { Engine, Progress, RunSlot, Shard } from './engine.ts';
export { openQueues, type Queues, type QueuesOptions } from './open-queues.ts';
export { project } from './project/contract.ts';
export type { QueuePlace } from './queue/open-backend.ts';
export { ensurePackSchedule } from './schedule/pack-schedule.ts';
