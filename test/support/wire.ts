import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What stands between a client and a server, so that a test can watch the connections and break them. */
export interface Wire {
  readonly port: number;
  /** Called after each stretch of bytes that a client sends. */
  onRequest: () => void;
  /** Breaks all connections and takes no more: as far as clients can tell, the server is gone. */
  readonly cut: () => Promise<void>;
  /** Takes connections again, at the same port. */
  readonly mend: () => Promise<void>;
}

type Address = { readonly host: string; readonly port: number };

export async function wireTo(server: Address): Promise<Wire> {
  const sockets = new Set<Socket>();
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.pipe(to);
    // What ends badly on one side ends on the other.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const listen = async (port: number): Promise<Server> => {
    // Else small messages wait for each other.
    const listener = createServer({ noDelay: true }, (near) => {
      const far = connect({ ...server, noDelay: true });
      near.on('data', () => wire.onRequest());
      join(near, far);
      join(far, near);
    });
    await once(listener.listen(port, '127.0.0.1'), 'listening');
    return listener;
  };
  let listener = await listen(0);
  const { port } = listener.address() as AddressInfo;
  const wire: Wire = {
    port,
    onRequest: () => {},
    async cut() {
      if (!listener.listening) return;
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      listener = await listen(port);
    },
  };
  return wire;
}
