/** What shells expect of a process that was ended by the signal: 128 and its number. */
const STATUS = { SIGINT: 130, SIGTERM: 143 } as const;
type Name = keyof typeof STATUS;

/** That somebody wants a command to end, as by Ctrl-C. The second time ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit status it asks for; null as long as nobody has asked. */
  readonly status: number | null;
  /** Lets signals end the process again. */
  release(): void;
}

export function listenForInterrupt(onInterrupt: () => void): Interrupt {
  const controller = new AbortController();
  let status: number | null = null;
  const release = (): void => {
    for (const name of Object.keys(STATUS)) process.off(name, interrupt);
  };
  const interrupt = (name: string): void => {
    release();
    status = STATUS[name as Name];
    controller.abort();
    onInterrupt();
  };
  for (const name of Object.keys(STATUS)) process.on(name, interrupt);
  return {
    signal: controller.signal,
    get status() {
      return status;
    },
    release,
  };
}
