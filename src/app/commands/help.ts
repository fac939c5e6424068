const text = `itqan COMMAND [options]

  start            run Itqan (npm start does this)
    --empty          without the sample ministry; prints a link that makes the first administrator
    --date DATE      the day on which the sample stands, YYYY-MM-DD (today)
  migrate          bring the database up to this version, and do nothing else
  sample           load a sample into an empty database
    --seed S         the same seed makes the same sample (1)
    --date DATE      the day on which it stands
  audit verify     recompute every entity's audit chain
  recompute FILE   compute a grade anew from the file of its explanation; needs no database
  doctor           say what this installation runs on and what is wrong with it
  help             this text

Set in the environment:
  PORT, HOST               where to listen (3000, 127.0.0.1)
  ITQAN_DATA               the folder of all data (./data)
  ITQAN_SAMPLE=none        the same as --empty
  ITQAN_DATE               the same as --date
  DATABASE_URL             a PostgreSQL 15 or newer instead of the built-in one; its user owns the tables
  ITQAN_OWNER_URL          the owner, when DATABASE_URL is already the role itqan_app
  ITQAN_JOBS_URL           the role itqan_jobs, when its password is not Itqan's own
  ITQAN_TLS_CERT, ITQAN_TLS_KEY   files for HTTPS
  ITQAN_TRUST_PROXY        addresses of a proxy that does HTTPS in front
  ITQAN_ALLOW_PLAIN_HTTP=trial    plain HTTP beyond this machine, for a trial
  ITQAN_URL                the address people use, for links
  ITQAN_REQUESTS_PER_MINUTE       from one address before it is asked to wait (3000)
  ITQAN_METRICS_TOKEN      opens /metrics (Prometheus) to whoever sends this bearer token
  ITQAN_LOG                stdout, or a file (itqan.log in the data folder)
`

export async function run(): Promise<void> {
  process.stdout.write(text)
}
