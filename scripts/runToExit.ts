/** Does a script's work and ends its process, also where the work left a socket or a worker behind; an error ends it with code 1. */
export async function runToExit(work: () => Promise<void>): Promise<never> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  process.exit();
}
