import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * A Neo4j for one test run: arguments are its data folder, its port on the loopback address, its page cache in MiB, and
 * whether it keeps the plans of queries ("keep-plans") or makes them anew when numbers of nodes change ("make-plans").
 */
class Neo4jServer {
    public static void main(String[] args) throws Exception {
        DatabaseManagementServiceBuilder server = new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(args[2])));
        if (args[3].equals("keep-plans")) {
            server.setConfig(GraphDatabaseSettings.query_statistics_divergence_threshold, 1.0)
                    .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1));
        }
        server.build();
        System.out.println("READY");
        // The input closes when the test run ends, however it ends. Halting is fine: the data is thrown away, or the crash is the test.
        while (System.in.read() != -1) {
        }
        Runtime.getRuntime().halt(0);
    }
}
