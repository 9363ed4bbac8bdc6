package dev.migrator.actuate;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint as an operator sees it: over HTTP.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrationsEndpointTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path temporary) {
		this.folder = temporary;
		this.revisions = Revisions.in(temporary);
	}

	@Test
	void everyKeyIsThereAndTheNewestRevisionFirst() {
		this.revisions.file("0001.sql", """
				-- add exercises table
				--
				-- revision: abc123def456
				-- created: 2026-01-05T05:30:00Z
				-- branch-labels: workouts

				-- migrator:upgrade
				create table exercises ();
				""").file("0002.sql", """
				-- revision: abd000000000
				-- revises: abc123def456
				-- depends-on: workouts

				-- migrator:upgrade
				create table b ();
				""");
		Instant before = Instant.now().minusSeconds(60);
		try (WebApplication application = start("migrator.target=abc123def456")) {
			HttpResponse<String> response = application.get("migrations");

			JsonNode applied = json(response).at("/contexts/application/migrators/migrator/revisions/1");
			assertThat(Instant.parse(applied.path("appliedAt").asString())).isBetween(before,
					Instant.now().plusSeconds(60));
			assertThat(Duration.parse(applied.path("duration").asString())).isPositive()
				.isLessThan(Duration.ofSeconds(5));
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()
				.replaceAll("\"appliedAt\":\"[^\"]+\",\"duration\":\"[^\"]+\"",
						"\"appliedAt\":\"AT\",\"duration\":\"FOR\""))
				.isEqualTo(
						"""
								{"contexts":{"application":{"migrators":{"migrator":{\
								"halfWay":[],"current":["abc123def456"],"heads":["abd000000000"],"pending":["abd000000000"],"branchPoints":[],\
								"revisions":[{"revision":"abd000000000","downRevisions":["abc123def456"],"dependsOn":["workouts"],\
								"branchLabels":[],"message":"","wholeMessage":"","created":null,\
								"script":"LOCATION/0002.sql","state":"pending","halfWay":null,\
								"appliedAt":null,"duration":null,"appliedBy":null,"appliedHow":null},\
								{"revision":"abc123def456","downRevisions":[],"dependsOn":[],\
								"branchLabels":["workouts"],"message":"add exercises table","wholeMessage":"add exercises table","created":"2026-01-05T05:30:00Z",\
								"script":"LOCATION/0001.sql","state":"applied","halfWay":null,\
								"appliedAt":"AT","duration":"FOR","appliedBy":"USER","appliedHow":"upgrade"}]}},\
								"parentId":null}}}"""
							.replace("LOCATION", this.revisions.location())
							.replace("USER", this.database.user()));
		}
	}

	@Test
	void databaseWithoutTablesHasEverythingPending() {
		this.revisions.add("a", "select 1;").add("b <- a", "select 1;").add("c <- a", "select 1;");
		try (WebApplication application = start("migrator.startup=none")) {
			JsonNode migrator = migrator(application);

			assertThat(migrator.path("current")).isEmpty();
			assertThat(texts(migrator.path("heads"))).containsExactly("b", "c");
			assertThat(texts(migrator.path("pending"))).containsExactly("a", "b", "c");
			assertThat(texts(migrator.path("branchPoints"))).containsExactly("a");
			assertThat(this.database.has("migrator_version")).isFalse();
		}
	}

	@Test
	void everyStateIsShown() throws Exception {
		this.revisions.add("a", "create table a ();")
			.add("b <- a", "create table b ();")
			.addWithoutTransaction("c <- b", "create table c (); vacuum;")
			.add("d <- c", "create table d ();");
		start("migrator.target=b").close();
		Files.writeString(this.folder.resolve("0001_a.sql"),
				Files.readString(this.folder.resolve("0001_a.sql")).replace("a ()", "a (id int)"));
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, statements, "
				+ "statements_done, db_user, error) values ('c', 'upgrade', now(), 'failed', 2, 1, 'me', 'it hurts')");
		try (WebApplication application = start("migrator.startup=none")) {
			assertThat(migrator(application).path("halfWay").toString()).isEqualTo("""
					[{"revision":"c","direction":"upgrade","statements":2,"statementsDone":1,"running":false,\
					"error":"it hurts","command":"migrator upgrade c"}]""");
			assertThat(migrator(application).at("/revisions/1/halfWay"))
				.isEqualTo(migrator(application).at("/halfWay/0"));
			this.database.execute("insert into migrator_version values ('gone')");

			assertThat(states(application)).containsExactly("gone unknown", "d pending", "c partial", "b applied",
					"a changed");
			JsonNode gone = migrator(application).at("/revisions/0");
			assertThat(gone.path("script").isNull()).isTrue();
			assertThat(gone.path("appliedAt").isNull()).isTrue();
		}
	}

	@Test
	void revisionIsFoundByTheBeginningOfItsIdAndShownWithMaskedSql() {
		this.revisions.add("abc123", "create role r password 'geheim';", "alter role r password 'geheim';")
			.add("abd456 <- abc123", "select 1;");
		try (WebApplication application = start("migrator.startup=none")) {
			HttpResponse<String> response = application.get("migrations/abc");

			assertThat(response.statusCode()).isEqualTo(200);
			JsonNode revision = json(response).at("/contexts/application/migrators/migrator");
			assertThat(revision.propertyNames()).containsExactly("revision", "downRevisions", "dependsOn",
					"branchLabels", "message", "wholeMessage", "created", "script", "state", "halfWay", "appliedAt",
					"duration", "appliedBy", "appliedHow", "upgrade", "downgrade");
			assertThat(revision.path("revision").asString()).isEqualTo("abc123");
			assertThat(revision.path("upgrade").asString()).isEqualTo("create role r password '***';");
			assertThat(revision.path("downgrade").asString()).isEqualTo("alter role r password '***';");
		}
	}

	@Test
	void downgradeOfAnIrreversibleRevisionIsNull() {
		this.revisions.add("abc123", "select 1;");
		try (WebApplication application = start()) {
			JsonNode revision = json(application.get("migrations/abc123"))
				.at("/contexts/application/migrators/migrator");

			assertThat(revision.path("downgrade").isNull()).isTrue();
		}
	}

	@Test
	void javaRevisionIsShownWithItsCodeAsAComment() {
		this.revisions.add("items", "create table items (id bigint, name text);");
		try (WebApplication application = start("migrator.packages=dev.migrator.example.store")) {
			JsonNode revision = json(application.get("migrations/stock"))
				.at("/contexts/application/migrators/migrator");

			assertThat(revision.path("script").asString()).isEqualTo("dev.migrator.example.store.StockItems");
			assertThat(revision.path("upgrade").asString()).startsWith("-- data: ").contains("stock items");
			assertThat(revision.path("downgrade").isNull()).isTrue();
		}
	}

	@Test
	void selectorThatNamesNoRevisionIsAnsweredWithAProblemAndNotLogged(CapturedOutput output) {
		this.revisions.add("abc123", "select 1;")
			.add("abd456 <- abc123", "select 1;")
			.add("abe <- abc123", "select 1;");
		try (WebApplication application = start("migrator.startup=none")) {
			int before = output.getAll().length();
			for (String unknown : List.of("nowhere", "nowhere@head", "'%3Cscript%3E'")) {
				assertThat(problem(application, unknown, 404).path("detail").asString())
					.isEqualTo("This revision does not exist. GET /actuator/migrations lists all revisions.");
			}
			for (String bad : List.of("ab", "current", "base", "head", "heads", "%2B1", "-1", "a:b", "a@b@c",
					"abc123-9", "abc123%2B9", "%20", "a%2Cb", "%24%7Bjndi:ldap:x%7D", "x".repeat(5000) + ":",
					"x:%0d%0aFORGED%1b%5b2J%c2%9b%e2%80%ae", "nowhere%0d%0aFORGED%1b%5b2J")) {
				assertThat(problem(application, bad, 400).path("detail").asString()).isNotEmpty()
					.hasSizeLessThan(310)
					.doesNotContainPattern("\\p{Cc}|\u202e");
			}
			assertThat(output.getAll().substring(before)).doesNotContain("FORGED", "Exception");
		}
	}

	@Test
	void slashAtItsEndIsAnsweredBySpringBoot() {
		this.revisions.add("abc123", "select 1;");
		try (WebApplication application = start("migrator.startup=none")) {
			HttpResponse<String> response = application.get("migrations/");

			assertThat(response.statusCode()).isEqualTo(404);
			JsonNode body = JsonMapper.shared().readTree(response.body());
			assertThat(body.propertyNames()).containsExactly("timestamp", "status", "error", "path");
			assertThat(body.path("path").asString()).isEqualTo("/actuator/migrations/");
		}
	}

	private static JsonNode problem(WebApplication application, String selector, int status) {
		HttpResponse<String> response = application.get("migrations/" + selector);
		assertThat(response.statusCode()).as(selector + response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(response.body());
		assertThat(problem.propertyNames()).containsExactly("status", "title", "detail");
		assertThat(problem.path("status").asInt()).isEqualTo(status);
		return problem;
	}

	@Test
	void ofALongScriptTheBeginningIsShown() {
		this.revisions.add("abc123", "select 'x';\n".repeat(20_000) + "select 'cut here?', 'token';");
		try (WebApplication application = start("migrator.startup=none")) {
			HttpResponse<String> response = application.get("migrations/abc123");

			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(json(response).at("/contexts/application/migrators/migrator/upgrade").asString())
				.startsWith("select 'x';\nselect 'x';\n")
				.endsWith("\n-- ... The first 100,000 of 240,029 characters are shown.")
				.hasSizeLessThan(101_000);
		}
	}

	@Test
	void revisionThatOnlyTheDatabaseKnowsIsNotFound() {
		this.revisions.add("a", "select 1;");
		try (WebApplication application = start()) {
			this.database.execute("update migrator_version set version_num = 'gone'");

			assertThat(application.get("migrations/gone").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void nothingCanBeWritten() {
		this.revisions.add("a", "select 1;");
		try (WebApplication application = start()) {
			for (String method : List.of("POST", "PUT", "DELETE")) {
				assertThat(application.send("migrations", method).statusCode()).as(method).isEqualTo(405);
				assertThat(application.send("migrations/a", method).statusCode()).as(method).isEqualTo(405);
			}
		}
	}

	@Test
	void unexposedEndpointIsAbsent() {
		try (WebApplication application = start("management.endpoints.web.exposure.include=health")) {
			assertThat(application.get("migrations").statusCode()).isEqualTo(404);
			assertThat(application.context().getBeansOfType(MigrationsEndpoint.class)).isEmpty();
		}
	}

	@Test
	void endpointWithoutAccessIsAbsent() {
		try (WebApplication application = start("management.endpoint.migrations.access=none")) {
			assertThat(application.get("migrations").statusCode()).isEqualTo(404);
			assertThat(application.context().getBeansOfType(MigrationsEndpoint.class)).isEmpty();
		}
	}

	@Test
	void endpointIsThereIfOnlyReadingIsPermitted() {
		this.revisions.add("a", "select 1;");
		try (WebApplication application = start("management.endpoints.access.max-permitted=read-only")) {
			assertThat(states(application)).containsExactly("a applied");
		}
	}

	@Test
	void endpointIsAbsentWithoutAMigrator() {
		try (WebApplication application = start("migrator.enabled=false")) {
			assertThat(application.get("migrations").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void severalMigratorsAreShownByTheirNames() {
		this.revisions.add("a", "select 1;");
		SpringApplicationBuilder builder = new SpringApplicationBuilder(WebApplication.Application.class,
				TwoMigrators.class);
		try (WebApplication application = WebApplication.start(builder, this.database,
				"migrator.locations=" + this.revisions.location())) {
			JsonNode migrators = json(application.get("migrations")).at("/contexts/application/migrators");
			assertThat(migrators.propertyNames()).containsExactly("billing", "catalog");

			JsonNode found = json(application.get("migrations/a")).at("/contexts/application/migrators");
			assertThat(found.propertyNames()).containsExactly("billing");
		}
	}

	@Test
	void migratorOfAParentContextIsShownInItsContext() {
		this.revisions.add("a", "select 1;");
		SpringApplicationBuilder builder = new SpringApplicationBuilder(ParentMigrator.class)
			.web(WebApplicationType.NONE)
			.properties("spring.config.name=none")
			.child(WebApplication.Application.class)
			.web(WebApplicationType.SERVLET);
		try (WebApplication application = WebApplication.start(builder, this.database,
				"location=" + this.revisions.location(), "url=" + this.database.url(), "user=" + this.database.user(),
				"password=" + this.database.password(),
				"spring.autoconfigure.exclude=" + DataSourceAutoConfiguration.class.getName())) {
			JsonNode contexts = json(application.get("migrations")).path("contexts");

			String childId = String.valueOf(application.context().getId());
			String parentId = String.valueOf(application.context().getParent().getId());
			assertThat(contexts.path(childId).path("parentId").asString()).isEqualTo(parentId);
			assertThat(contexts.path(childId).path("migrators")).isEmpty();
			assertThat(contexts.path(parentId).path("parentId").isNull()).isTrue();
			assertThat(contexts.at("/" + parentId + "/migrators/ofParent/revisions/0/revision").asString())
				.isEqualTo("a");
		}
	}

	@Test
	void lostDatabaseIsAnErrorWithoutStackTraceAndPassword() {
		this.revisions.add("a", "select 1;");
		try (WebApplication application = start("spring.datasource.hikari.connection-timeout=300",
				"spring.datasource.password=geheim")) {
			Postgres.maintenance().execute("drop database " + this.database.name() + " (force)");

			HttpResponse<String> response = application.get("migrations");

			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.body()).doesNotContain("trace").doesNotContain("Exception").doesNotContain("geheim");
		}
	}

	private WebApplication start(String... properties) {
		String[] all = Stream
			.concat(Stream.of("migrator.locations=" + this.revisions.location()), Stream.of(properties))
			.toArray(String[]::new);
		return WebApplication.start(this.database, all);
	}

	private static List<String> states(WebApplication application) {
		return migrator(application).path("revisions")
			.valueStream()
			.map((revision) -> revision.path("revision").asString() + " " + revision.path("state").asString())
			.toList();
	}

	private static JsonNode migrator(WebApplication application) {
		return json(application.get("migrations")).at("/contexts/application/migrators/migrator");
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoMigrators {

		@Bean
		Migrator billing(DataSource dataSource, @Value("${migrator.locations}") String location) {
			return Migrator.builder(dataSource)
				.locations(location)
				.versionTable("billing_version")
				.historyTable("billing_history")
				.build();
		}

		@Bean
		Migrator catalog(DataSource dataSource) {
			return Migrator.builder(dataSource)
				.locations("classpath:none")
				.versionTable("catalog_version")
				.historyTable("catalog_history")
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ParentMigrator {

		@Bean
		Migrator ofParent(@Value("${url}") String url, @Value("${user}") String user,
				@Value("${password:}") String password, @Value("${location}") String location) {
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setUrl(url);
			dataSource.setUser(user);
			dataSource.setPassword(password);
			return Migrator.builder(dataSource).locations(location).build();
		}

	}

}
