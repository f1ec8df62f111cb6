import { readPack } from './read-pack.ts';

export const manifest = `format: 1
id: tiny
title: A tiny pack
calendar: { firstMonth: 7 }
timezone: Asia/Karachi
schedule: { cron: '0 6 * * 1', zone: Asia/Karachi }
`;
export const header =
  'indicator,start,end,value,qualifier,half_width,agency,document,known_by,known_by_basis,status,note\n';
export const good = 'exports,2024-07-01,2025-06-30,3800,rounded,50,SBP,page,,,accepted,\n';

export const files = {
  'pack.yaml': manifest,
  'documents.csv':
    'id,title,publisher,url,published_on\npage,A page,Daily,https://example.org/1,2025-07-19\nold,Undated,Daily,https://example.org/2,\n',
  'indicators.csv':
    'id,name,unit,kind,frequency,definition\nexports,Exports,USD mn,flow,month,As reported\nparks,Parks,count,stock,irregular,Open parks\n',
  'observations.csv': header + good,
  'targets.csv':
    'id,title,indicator,measure,not_measurable_because,value,unit,direction,kind,due,due_wording,announced_on,announced_by,document,standing\n' +
    'T1,Exports of $15 billion by 2030,exports,exports,,15000,USD mn per year,up,level,FY2030 | calendar 2030,by 2030,2025-07-19,Minister,page,official\n' +
    'T2,250 parks,parks,parks,,250,count,up,roll-out,FY2027,by FY2027,2025-07-19,Minister,page,official\n',
  'milestones.csv':
    'target,starts_on,on,planned,source\nT2,2024-07-01,2025-06-30,50,page\nT2,2024-07-01,2027-06-30,250,page\n',
};

/** The tiny pack with some files exchanged. */
export function read(changes: Readonly<Record<string, string>> = {}) {
  return readPack(new Map(Object.entries({ ...files, ...changes })));
}

/** The faults those files bring. */
export async function faultsOf(changes: Readonly<Record<string, string>>) {
  const reading = await read(changes);
  return reading.kind === 'faulty' ? reading.faults : [];
}
