package dev.migrator.internal.dialect.address;

import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another database is opened with everything but the name of the first one.
 */
class ServerLoginTests {

	private static final Properties VERIFIED = new Properties();

	static {
		VERIFIED.setProperty("sslmode", "verify-full");
		VERIFIED.setProperty("unknownToTheDriver", "x");
	}

	@Test
	void onlyTheDatabaseIsAnother() throws Exception {
		PGSimpleDataSource scratch = scratch("jdbc:postgresql://one:5433,two:5434/shop?sslrootcert=ca.pem", "joe",
				VERIFIED);

		assertThat(scratch.getDatabaseName()).isEqualTo("scratch");
		assertThat(scratch.getServerNames()).containsExactly("one", "two");
		assertThat(scratch.getPortNumbers()).containsExactly(5433, 5434);
		assertThat(scratch.getUser()).isEqualTo("joe");
		assertThat(scratch.getPassword()).isEqualTo("hush");
		assertThat(scratch.getProperty(PGProperty.SSL_MODE)).isEqualTo("verify-full");
		assertThat(scratch.getProperty(PGProperty.SSL_ROOT_CERT)).isEqualTo("ca.pem");
	}

	@Test
	void whatTheUrlSaysTakesPrecedence() throws Exception {
		PGSimpleDataSource scratch = scratch("jdbc:postgresql:shop?user=ann&sslmode=require", "joe", VERIFIED);

		assertThat(scratch.getUser()).isEqualTo("ann");
		assertThat(scratch.getProperty(PGProperty.SSL_MODE)).isEqualTo("require");
		assertThat(scratch.getDatabaseName()).isEqualTo("scratch");
	}

	@Test
	void theDriversOwnDataSourceIsCopied() throws Exception {
		PGSimpleDataSource known = new PGSimpleDataSource();
		known.setDatabaseName("shop");
		known.setUser("joe");
		known.setPassword("hush");
		known.setSslMode("verify-ca");

		PGSimpleDataSource scratch = (PGSimpleDataSource) ServerLogin.of(known).orElseThrow().database("scratch");

		assertThat(scratch.getDatabaseName()).isEqualTo("scratch");
		assertThat(scratch.getPassword()).isEqualTo("hush");
		assertThat(scratch.getSslMode()).isEqualTo("verify-ca");
		assertThat(known.getDatabaseName()).isEqualTo("shop");
	}

	@Test
	void anotherDriverIsNotKnown() {
		assertThat(ServerLogin.of("jdbc:h2:mem:shop", null, null, new Properties())).isEmpty();
	}

	private static PGSimpleDataSource scratch(String url, String user, Properties settings) {
		return (PGSimpleDataSource) ServerLogin.of(url, user, "hush", settings).orElseThrow().database("scratch");
	}

}
