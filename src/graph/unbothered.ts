/**
 * The same promise, which may fail before anybody waits for it: that ends no process. For calls of a transaction, which fails as a whole when
 * one of them does, and tells so.
 */
export function unbothered<T>(call: Promise<T>): Promise<T> {
  call.catch(() => {});
  return call;
}
