// Sizes of the database and the processor time of its processes, read with `sqlite3` or `psql`, and from /proc.

import { execFileSync } from 'node:child_process';

import { sum } from './arithmetic.mjs';
import { processorTimeOf } from './processes.mjs';

const SQLITE = {
  name: 'SQLite',
  bytes: 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size',
  bytesOfTables:
    'SELECT tbl_name, sum(pgsize) FROM dbstat JOIN sqlite_master USING (name) GROUP BY tbl_name',
};
const POSTGRESQL = {
  name: 'PostgreSQL',
  bytes: 'SELECT pg_database_size(current_database())',
  bytesOfTables:
    "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
};

/** The database of PostgreSQL at `url`, or else that of SQLite in `file`. */
export function databaseAt(url, file) {
  const kind = url ? POSTGRESQL : SQLITE;

  /** The rows of a query, each a list of its columns as text. */
  function query(sql) {
    const [command, parameters] = url
      ? ['psql', [url, '-XAtqF', '|', '-c', sql]]
      : ['sqlite3', ['-readonly', '-separator', '|', file, sql]];
    const text = execFileSync(command, parameters, { encoding: 'utf8' }).trim();
    return text === '' ? [] : text.split('\n').map((line) => line.split('|'));
  }

  return {
    name: kind.name,

    /** Throws if a database of PostgreSQL has tables. That of SQLite is a file that is not there yet. */
    refuseIfUsed() {
      if (!url) return;
      const [[tables]] = query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
      if (tables !== '0') throw new Error('the database has tables: name an empty one');
    },

    /** The size of the database, and of each table with its indexes. The write-ahead log is not in it. */
    sizes() {
      if (url) query('VACUUM ANALYZE');
      const [[all]] = query(kind.bytes);
      const tables = {};
      for (const [name, bytes] of query(kind.bytesOfTables)) {
        const [[rows]] = query(`SELECT count(*) FROM "${name}"`);
        if (rows !== '0') tables[name] = { rows: Number(rows), bytes: Number(bytes) };
      }
      return { bytes: Number(all), tables };
    },

    /**
     * The processor time of PostgreSQL's processes for the backend, in milliseconds; NaN if they do not run on this
     * machine. Nothing for SQLite, which runs within the backend.
     */
    processorTime() {
      if (!url) return undefined;
      const processes = query(
        'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      try {
        return sum(processes.map(([pid]) => processorTimeOf(`/proc/${pid}`)));
      } catch {
        return Number.NaN;
      }
    },
  };
}
