import type { withServices as WithServices } from './configured.ts'

export interface Command {
  summary: string
  /** How it is called, where the summary does not say it. */
  help?: () => Promise<string>
  /** Resolves when the command is done; a server's when it has started. */
  run(args: string[]): Promise<void>
}

/** Loaded when it is called for too: it holds most of the product. */
const withServices: typeof WithServices = async (run, args) =>
  (await import('./configured.ts')).withServices(run, args)

/** Every command by its name. What one needs is loaded when it is called for. */
export const commands: Record<string, Command> = {
  local: {
    summary: 'everything on this machine, with demo films; --empty without them, to begin a site',
    run: async (args) => (await import('./local.ts')).runLocalCommand(args),
  },
  serve: {
    summary: 'the website and its API; --wait until the database is migrated',
    run: async (args) => (await import('./serve.ts')).runServeCommand(args),
  },
  work: {
    summary: 'a worker that encodes uploaded films',
    run: async (args) => (await import('./work.ts')).runWorkCommand(args),
  },
  upload: {
    summary: 'send a film to a running Matinee; goes on where it broke off',
    help: async () => (await import('./upload/upload-file.ts')).uploadCommandHelp,
    run: async (args) => (await import('./upload.ts')).runUploadCommand(args),
  },
  migrate: {
    summary: 'bring the database up to date',
    run: async (args) => (await import('./migrate.ts')).runMigrateCommand(args),
  },
  setup: {
    summary: 'once, before the first sale: the bucket, the first operator, the plans',
    help: async () => (await import('./setup.ts')).setupHelp,
    run: async (args) => withServices((await import('./setup.ts')).runSetupCommand, args),
  },
  doctor: {
    summary: 'try everything that is needed from outside; --setup makes the bucket ready',
    run: async (args) => withServices((await import('./doctor.ts')).runDoctorCommand, args),
  },
  bucket: {
    summary:
      'whose the bucket is; take makes it this database’s; walk finds what nothing speaks for',
    help: async () => (await import('./bucket.ts')).bucketHelp,
    run: async (args) => withServices((await import('./bucket.ts')).runBucketCommand, args),
  },
  user: {
    summary: 'accounts: add, role, password, disable, enable',
    help: async () => (await import('./user.ts')).userCommandHelp,
    run: async (args) => withServices((await import('./user.ts')).runUserCommand, args),
  },
  grant: {
    summary: 'give someone access to a plan or a film',
    help: async () => (await import('./grant.ts')).grantCommandHelp,
    run: async (args) => withServices((await import('./grant.ts')).runGrantCommand, args),
  },
  trace: {
    summary: 'whose playback a leaked URL was made for',
    help: async () => (await import('./trace.ts')).traceHelp,
    run: async (args) => withServices((await import('./trace.ts')).runTraceCommand, args),
  },
  plans: {
    summary: 'what is on sale; push FILE makes plans in Stripe',
    help: async () => (await import('./plans.ts')).plansHelp,
    run: async (args) => withServices((await import('./plans.ts')).runPlansCommand, args),
  },
  posters: {
    summary: 'make the sizes and formats that posters of an earlier version lack',
    help: async () => (await import('./posters.ts')).postersHelp,
    run: async (args) => withServices((await import('./posters.ts')).runPostersCommand, args),
  },
  events: {
    summary: 'payment events that could not be acted on; replay acts on them again',
    help: async () => (await import('./events.ts')).eventsHelp,
    run: async (args) => withServices((await import('./events.ts')).runEventsCommand, args),
  },
  reconcile: {
    summary: 'make what is stored of payments equal to Stripe',
    help: async () => (await import('./reconcile.ts')).reconcileHelp,
    run: async (args) => withServices((await import('./reconcile.ts')).runReconcileCommand, args),
  },
}
