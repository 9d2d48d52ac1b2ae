import { OnrecordError } from '../errors.ts';
import { Deadline } from './deadline.ts';

/** What both adapters do with the calls on a database: bound them in time, queue the writers, and drain them at close. */
export class Calls {
  readonly #running = new Set<Promise<unknown>>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  /** The time bounds what the caller waits for; `perform` may take longer, and should look at the deadline. */
  run<T>(timeoutMs: number, perform: (deadline: Deadline) => Promise<T>): Promise<T> {
    const deadline = new Deadline(timeoutMs);
    const call = this.#bounded(deadline, perform).finally(() => {
      deadline.clear();
      this.#running.delete(call);
    });
    this.#running.add(call);
    return call;
  }

  /** One at a time, in the order of the calls: the next begins when `perform` of the one before has settled. */
  inTurn<T>(perform: () => Promise<T>): Promise<T> {
    const turn = this.#lastWrite.then(perform);
    this.#lastWrite = turn.catch(() => {});
    return turn;
  }

  refuseWhenClosed(): void {
    if (this.#closing !== undefined) throw new OnrecordError('UNAVAILABLE', 'The graph is closed.');
  }

  /** Does not wait for what a timed-out caller left behind. */
  close(release: () => void | Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(release);
    return this.#closing;
  }

  async #bounded<T>(deadline: Deadline, perform: (deadline: Deadline) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    return await deadline.race(perform(deadline));
  }
}
