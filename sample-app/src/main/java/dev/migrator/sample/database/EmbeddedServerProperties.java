package dev.migrator.sample.database;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL.
 *
 * @param directory folder for its data, its log and its lock; relative to the working
 * directory
 */
@ConfigurationProperties("sample.postgres")
record EmbeddedServerProperties(@DefaultValue(".postgres") Path directory) {

}
