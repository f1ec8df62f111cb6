import { CodedError } from '@hadaf/platform';
import { answerInquiry } from './answer-inquiry/contract.ts';
import { assessPack } from './assess-pack/contract.ts';
import { assessShard } from './assess-shard/contract.ts';
import type { JobTerms } from './define-job.ts';
import { deliverAlert } from './deliver-alert/contract.ts';
import { keepRecord } from './keep-record/contract.ts';
import { project } from './project/contract.ts';

const catalogue = new Map<string, JobTerms>(
  [assessPack, assessShard, keepRecord, project, answerInquiry, deliverAlert].map((job) => [job.name, job] as const),
);

export function isKnownJob(name: string): boolean {
  return catalogue.has(name);
}

/** @throws CodedError JOB_INVALID when no contract has the name */
export function findTerms(name: string): JobTerms {
  const terms = catalogue.get(name);
  if (terms === undefined) throw new CodedError('JOB_INVALID', `no job is called ${name}`);
  return terms;
}
