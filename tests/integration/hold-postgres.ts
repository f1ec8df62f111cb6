import { createLogger, openEmbeddedPostgres } from '@hadaf/platform';

/** A process that holds the embedded Postgres of the folder it is given until its input ends; for tests to kill. */
const [stateDir = ''] = process.argv.slice(2);
const server = await openEmbeddedPostgres({ stateDir, log: createLogger({ level: 'silent' }) });
console.log(JSON.stringify({ adopted: server.adopted, connectionString: server.connectionString }));
process.stdin.resume();
process.stdin.on('end', () => {
  void server.close().then(() => process.exit(0));
});
