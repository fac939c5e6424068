import { totalmem } from 'node:os'

const MB = 1024 * 1024

/**
 * The settings of the built-in server, given at each start so that a newer Itqan brings newer ones. Durability is on;
 * only a throwaway server for tests goes without.
 */
export function serverSettings(durable: boolean): Record<string, string> {
  const memory = totalmem() / MB
  const buffers = Math.round(Math.min(512, Math.max(64, memory / 16)))
  return {
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(Math.max(256, memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    max_connections: '100',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    password_encryption: 'scram-sha-256',
    log_min_duration_statement: '2s',
    // Values that people typed do not belong in a log.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_error_verbosity: 'terse',
  }
}
