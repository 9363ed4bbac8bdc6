package dev.migrator.sample.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Decides which database the application uses: {@code spring.datasource.url}, else
 * {@code DATABASE_URL}, else the embedded server. It decides when the bean is made and
 * not by conditions, which ahead-of-time processing would answer at build time. Both
 * beans are lazy: whoever needs no {@code DataSource} starts no server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedServerProperties.class)
class DatabaseConfiguration {

	@Bean
	@Lazy
	JdbcConnectionDetails connectionDetails(DataSourceProperties properties, Environment environment,
			ObjectProvider<EmbeddedServer> embeddedServer) {
		if (StringUtils.hasText(properties.getUrl())) {
			return new ConnectionSettings(properties.determineUrl(), properties.determineUsername(),
					properties.determinePassword());
		}
		String databaseUrl = environment.getProperty("DATABASE_URL");
		if (StringUtils.hasText(databaseUrl)) {
			return DatabaseUrl.parse(databaseUrl);
		}
		return embeddedServer.getObject().connectionSettings();
	}

	/**
	 * The embedded server. It is made before the {@code DataSource} that asks for it, and
	 * therefore closed after it.
	 */
	@Bean
	@Lazy
	EmbeddedServer embeddedServer(EmbeddedServerProperties properties) {
		return EmbeddedServer.in(properties.directory());
	}

}
