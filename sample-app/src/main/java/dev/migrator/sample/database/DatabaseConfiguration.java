package dev.migrator.sample.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.StringUtils;

/**
 * Decides which database the application uses: that of {@code spring.datasource.url},
 * which is {@code DATABASE_URL} unless it is set, else the embedded server. It decides
 * when the bean is made and not by conditions, which ahead-of-time processing would
 * answer at build time. Both beans are lazy: whoever needs no {@code DataSource} starts
 * no server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedServerProperties.class)
class DatabaseConfiguration {

	@Bean
	@Lazy
	JdbcConnectionDetails connectionDetails(DataSourceProperties properties,
			ObjectProvider<EmbeddedServer> embeddedServer) {
		if (StringUtils.hasText(properties.getUrl())) {
			return new ConnectionSettings(properties.determineUrl(), properties.determineUsername(),
					properties.determinePassword());
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
