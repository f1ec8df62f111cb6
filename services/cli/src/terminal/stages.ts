import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** The stages a person waits for, each with a bar; off a terminal, a line each. */
export interface Stages {
  progress(stage: string, done: number, total: number): void;
  done(stage: string, remark: string): void;
  stop(): void;
}

const widest = 8;

function barStages(): Stages {
  const bars = new MultiBar(
    {
      format: '  {stage} {bar} {remark}',
      hideCursor: true,
      stream: process.stderr,
      barsize: 24,
      emptyOnZero: true,
      linewrap: false,
    },
    Presets.shades_classic,
  );
  const open = new Map<string, SingleBar>();
  const barOf = (stage: string, total: number): SingleBar => {
    const found = open.get(stage) ?? bars.create(total, 0, { stage: stage.padEnd(widest), remark: '' });
    open.set(stage, found);
    return found;
  };
  return {
    progress(stage, done, total) {
      const bar = barOf(stage, total);
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { remark: total > 1 ? `${done} of ${total}` : '' });
    },
    done(stage, remark) {
      const bar = barOf(stage, 1);
      bar.setTotal(1);
      bar.update(1, { remark });
    },
    stop: () => bars.stop(),
  };
}

function lineStages(): Stages {
  return {
    progress: () => undefined,
    done(stage, remark) {
      process.stderr.write(`${stage.padEnd(widest)} ${remark}\n`);
    },
    stop: () => undefined,
  };
}

export function openStages(isTerminal: boolean): Stages {
  return isTerminal ? barStages() : lineStages();
}
