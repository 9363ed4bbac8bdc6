package dev.migrator.autoconfigure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import dev.migrator.OnChangedScript;
import dev.migrator.OnUnknownRevision;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.execution.TransactionMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of the migrator.
 *
 * @param enabled Whether to set up the migrator.
 * @param startup What to do about pending revisions when the application starts.
 * @param target How far to upgrade when the application starts.
 * @param locations Locations of SQL revisions, searched with all their folders.
 * @param seedLocations Locations of seed scripts, searched with all their folders.
 * @param packages Packages of Java revisions; those of the application if not set.
 * @param schema Schema of the version table and the history table; that of the connection
 * if not set.
 * @param versionTable Name of the version table, which has a row for each head of what is
 * applied.
 * @param historyTable Name of the history table, which records what was run.
 * @param url Address of the database to migrate, as JDBC URL or postgresql://...; that of
 * the application's DataSource if not set.
 * @param username Login user for the database to migrate. Only with a URL.
 * @param password Login password for the database to migrate. Only with a URL.
 * @param lockWait How long to wait for another migrator, at most.
 * @param lockTimeout How long a statement may wait for a lock of the server; zero for
 * ever. Does not apply to statements that run CONCURRENTLY.
 * @param lockRetries How often a revision that did not get its lock, or met a deadlock or
 * a serialization failure, is tried again.
 * @param concurrentWait How long a statement that runs CONCURRENTLY may wait for others;
 * zero for ever.
 * @param statementTimeout How long a statement may take; zero for ever.
 * @param uploadTimeout How long the server may wait for the rest of a message, or of the
 * data of a COPY, before its connection counts as lost; zero for ever.
 * @param sessionTimeZone Time zone of a run where neither the role nor the database has
 * one.
 * @param transaction How much of an upgrade is one transaction.
 * @param resetAllowed Whether a reset may drop every object of the schema.
 * @param onChangedScript What to do about a script that was edited after it was applied.
 * @param onUnknownRevision What to do about a version row that no script knows.
 * @param onDdlAuto What to do if Hibernate is told to change the schema that revisions
 * make.
 * @param allowSeveralHeads Whether there may be several heads for good: neither an
 * upgrade nor a check mentions them.
 * @param projectDirectory Folder with the sources of the application, for new scripts;
 * where the application was built if not set.
 * @param fileTemplate Path of a new SQL script in its location, without ".sql", of {rev},
 * {slug}, {epoch}, {year}, {month}, {day}, {hour}, {minute} and {second}.
 * @param timezone Time zone of the dates in new scripts and their names.
 * @param slugLength How many characters of the message the name of a new script has, at
 * most.
 * @param sqlTemplate Template of new SQL scripts: a path in the project, "classpath:" or
 * "file:"; the built-in one if not set.
 * @param javaTemplate Template of new Java revisions: a path in the project, "classpath:"
 * or "file:"; the built-in one if not set.
 * @param javaPackage Package of new Java revisions; that of the newest, or "revisions" in
 * the application's, if not set.
 * @param hooks Commands to run after a new script was written; {file} stands for it.
 * @param autogenerate How revisions are generated.
 */
@ConfigurationProperties("migrator")
public record MigratorProperties(@DefaultValue("true") boolean enabled, @DefaultValue("upgrade") StartupMode startup,
		@DefaultValue("heads") String target, @DefaultValue("classpath:db/revisions") List<String> locations,
		@DefaultValue("classpath:db/seed") List<String> seedLocations, @DefaultValue List<String> packages,
		@Nullable String schema, @DefaultValue("migrator_version") String versionTable,
		@DefaultValue("migrator_history") String historyTable, @Nullable String url, @Nullable String username,
		@Nullable String password, @DefaultValue("5m") Duration lockWait, @DefaultValue("1s") Duration lockTimeout,
		@DefaultValue("20") int lockRetries, @DefaultValue("0s") Duration concurrentWait,
		@DefaultValue("0s") Duration statementTimeout, @DefaultValue("30m") Duration uploadTimeout,
		@DefaultValue("UTC") String sessionTimeZone, @DefaultValue("per-revision") TransactionMode transaction,
		@DefaultValue("false") boolean resetAllowed, @DefaultValue("fail") OnChangedScript onChangedScript,
		@DefaultValue("fail") OnUnknownRevision onUnknownRevision, @DefaultValue("warn") OnDdlAuto onDdlAuto,
		@DefaultValue("false") boolean allowSeveralHeads, @Nullable String projectDirectory,
		@DefaultValue("{year}{month}{day}_{hour}{minute}_{rev}_{slug}") String fileTemplate,
		@DefaultValue("UTC") ZoneId timezone, @DefaultValue("40") int slugLength, @Nullable String sqlTemplate,
		@Nullable String javaTemplate, @Nullable String javaPackage, @DefaultValue List<String> hooks,
		@DefaultValue Autogenerate autogenerate) {

	/**
	 * A record would print its password.
	 */
	@Override
	public String toString() {
		return "migrator." + this.startup + " to " + this.target;
	}

	/**
	 * How revisions are generated. Patterns are names in which "*" stands for any
	 * characters and "?" for one.
	 *
	 * @param schemaFile SQL file that describes the wanted schema: a path in the project,
	 * "classpath:" or "file:"; that of the entities if not set.
	 * @param drop What a generated revision may drop of what the database has and the
	 * model does not.
	 * @param includeSchemas Schemas to look at beside that of the connection; those that
	 * the model uses if not set.
	 * @param excludeSchemas Schemas not to look at.
	 * @param includeTables Tables to look at, "table" or "schema.table"; all if not set.
	 * @param excludeTables Tables not to look at.
	 * @param includeObjects Indexes, constraints, sequences, enum types, and objects of
	 * kinds that are not compared, to look at; all if not set.
	 * @param excludeObjects Indexes, constraints, sequences, enum types, and objects of
	 * kinds that are not compared, not to look at.
	 * @param trial Whether what is generated is tried in a scratch database before it is
	 * written, where the role may create one.
	 */
	public record Autogenerate(@Nullable String schemaFile, @DefaultValue( {
			"tables", "columns", "unnamed" }) List<Drop> drop, @DefaultValue List<String> includeSchemas,
			@DefaultValue List<String> excludeSchemas, @DefaultValue List<String> includeTables,
			@DefaultValue List<String> excludeTables, @DefaultValue List<String> includeObjects,
			@DefaultValue List<String> excludeObjects, @DefaultValue("true") boolean trial){

		ComparisonSettings settings() {
			return ComparisonSettings.DEFAULT.withRemovals(Drop.removals(this.drop))
				.withPatterns(new NamePatterns(this.includeSchemas, this.excludeSchemas),
						new NamePatterns(this.includeTables, this.excludeTables),
						new NamePatterns(this.includeObjects, this.excludeObjects));
		}

	}

}
