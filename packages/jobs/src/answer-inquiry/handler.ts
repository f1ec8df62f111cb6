import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { answerInquiry } from './contract.ts';

export const answerInquiryHandler = ({ engine }: HandlerDeps): Handler => ({
  async work(payload) {
    await engine.answerInquiry(answerInquiry.parse(payload).inquiryId);
    return [];
  },
  async quarantine(payload, reason) {
    await engine.failInquiry(answerInquiry.parse(payload).inquiryId, reason);
    return [];
  },
});
