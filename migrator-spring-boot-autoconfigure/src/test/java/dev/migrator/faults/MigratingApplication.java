package dev.migrator.faults;

import dev.migrator.autoconfigure.MigratorAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * An application that migrates when it starts, configured by its arguments.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class })
class MigratingApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(MigratingApplication.class, arguments);
	}

	/**
	 * The arguments for a database and a location.
	 */
	static String[] arguments(String url, String location) {
		return new String[] { "--spring.main.web-application-type=none", "--spring.main.banner-mode=off",
				"--spring.datasource.url=" + url, "--migrator.locations=" + location };
	}

}
