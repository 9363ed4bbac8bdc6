package dev.migrator.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A web application with Actuator, spoken to over HTTP.
 */
final class WebApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	private WebApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static WebApplication start(TestDatabase database, String... properties) {
		return start(new SpringApplicationBuilder(Application.class), database, properties);
	}

	static WebApplication start(SpringApplicationBuilder builder, TestDatabase database, String... properties) {
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream
			.of(List.of("server.port=0", "spring.application.name=application",
					"management.endpoints.web.exposure.include=health,migrations",
					"management.endpoint.health.show-details=always", "migrator.packages=none"),
					List.of(database.properties()), List.of(properties))
			.flatMap(List::stream)
			.forEach((property) -> arguments.put(property.split("=", 2)[0], "--" + property));
		return new WebApplication(builder.run(arguments.values().toArray(String[]::new)));
	}

	HttpResponse<String> get(String path) {
		return send(path, "GET");
	}

	HttpResponse<String> send(String path, String method) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
			.method(method, BodyPublishers.noBody())
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class,
			DataJpaRepositoriesAutoConfiguration.class, JooqAutoConfiguration.class, QuartzAutoConfiguration.class,
			SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class, R2dbcAutoConfiguration.class })
	static class Application {

	}

}
