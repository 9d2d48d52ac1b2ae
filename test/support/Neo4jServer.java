import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** A Neo4j for one test run: arguments are its data folder and its port on the loopback address. */
class Neo4jServer {
    public static void main(String[] args) throws Exception {
        new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                // Graphs come and go in seconds here; each time the server would plan all queries anew for the numbers of nodes.
                .setConfig(GraphDatabaseSettings.query_statistics_divergence_threshold, 1.0)
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1))
                .build();
        System.out.println("READY");
        // The input closes when the test run ends, however it ends. Halting is fine: the data is thrown away, or the crash is the test.
        while (System.in.read() != -1) {
        }
        Runtime.getRuntime().halt(0);
    }
}
