package dev.migrator.documentation.start;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.MigratorInitializer;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.StartupMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {

	@Bean
	MigratorInitializer migratorInitializer(Migrator migrator, MigratorProperties properties, Environment environment) {
		StartupMode mode = properties.getStartup();
		if (mode == StartupMode.UPGRADE && environment.acceptsProfiles(Profiles.of("production"))) {
			mode = StartupMode.VALIDATE;
		}
		boolean seeds = (mode == StartupMode.UPGRADE);
		return new MigratorInitializer(List.of(migrator), mode) {

			@Override
			protected void start(Migrator migrator) {
				super.start(migrator);
				if (seeds) {
					migrator.seed();
				}
			}

		};
	}

}
