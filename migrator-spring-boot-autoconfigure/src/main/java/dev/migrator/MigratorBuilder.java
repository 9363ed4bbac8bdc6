package dev.migrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.autogenerate.draft.RevisionCustomizer;
import dev.migrator.execution.ProgressPace;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SeedScriptReader;
import dev.migrator.internal.script.SeedScripts;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.result.InvalidTablesException;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.script.JavaRevision;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Builds a {@link Migrator}. A setting that is not given has the default of the
 * configuration property with the same name, with or without its group
 * ({@code migrator.lock.wait} for {@link #lockWait}).
 */
public final class MigratorBuilder {

	private static final LineLog logger = new LineLog("dev.migrator");

	final Supplier<DataSource> dataSource;

	final List<StepListener> listeners = new ArrayList<>();

	OnChangedScript onChangedScript = OnChangedScript.FAIL;

	OnUnknownRevision onUnknownRevision = OnUnknownRevision.FAIL;

	String target = "heads";

	boolean severalHeads;

	boolean resetAllowed;

	ProgressPace progressPace = ProgressPace.DEFAULT;

	Supplier<@Nullable WantedSchema> wantedSchema = () -> null;

	ComparisonSettings comparison = ComparisonSettings.DEFAULT;

	Supplier<List<ChangeCustomizer>> changeCustomizers = List::of;

	Supplier<List<RevisionCustomizer>> revisionCustomizers = List::of;

	DevelopmentSettings development = DevelopmentSettings.DEFAULTS;

	private List<String> locations = List.of("classpath:db/revisions");

	private List<String> seedLocations = List.of("classpath:db/seed");

	private final List<JavaRevisionScript> javaScripts = new ArrayList<>();

	ResourceLoader resourceLoader = new DefaultResourceLoader();

	private @Nullable String schema;

	private String versionTable = "migrator_version";

	private String historyTable = "migrator_history";

	private final ExecutionSettings.Builder execution = ExecutionSettings.builder();

	MigratorBuilder(Supplier<DataSource> dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Sets the locations of SQL revisions.
	 * @param values {@code classpath:} or {@code file:} locations, searched with all
	 * their folders
	 * @return this builder
	 */
	public MigratorBuilder locations(List<String> values) {
		this.locations = List.copyOf(values);
		return this;
	}

	/**
	 * Sets the locations of SQL revisions.
	 * @param values {@code classpath:} or {@code file:} locations, searched with all
	 * their folders
	 * @return this builder
	 */
	public MigratorBuilder locations(String... values) {
		return locations(List.of(values));
	}

	/**
	 * Sets the locations of seed scripts.
	 * @param values {@code classpath:} or {@code file:} locations, searched with all
	 * their folders
	 * @return this builder
	 */
	public MigratorBuilder seedLocations(List<String> values) {
		this.seedLocations = List.copyOf(values);
		return this;
	}

	/**
	 * Adds Java revisions.
	 * @param values the revisions, whose classes have
	 * {@link dev.migrator.script.RevisionScript @RevisionScript}
	 * @return this builder
	 */
	public MigratorBuilder javaRevisions(JavaRevision... values) {
		return javaRevisions(Arrays.stream(values)
			.map((revision) -> JavaRevisionScript.of(ClassUtils.getUserClass(revision), () -> revision))
			.toList());
	}

	/**
	 * Adds Java revisions that are created when they are run. It is internal, and changes
	 * without notice.
	 * @param values the scripts
	 * @return this builder
	 */
	public MigratorBuilder javaRevisions(List<JavaRevisionScript> values) {
		this.javaScripts.addAll(values);
		return this;
	}

	/**
	 * Sets the loader of resources from the locations.
	 * @param value the loader
	 * @return this builder
	 */
	public MigratorBuilder resourceLoader(ResourceLoader value) {
		this.resourceLoader = value;
		return this;
	}

	/**
	 * Sets the target of {@link Migrator#upgrade()}.
	 * @param value the target
	 * @return this builder
	 */
	public MigratorBuilder target(String value) {
		this.target = value;
		return this;
	}

	/**
	 * Sets the schema of the version table and the history table.
	 * @param value the schema, or {@code null} for the schema of the connection
	 * @return this builder
	 */
	public MigratorBuilder schema(@Nullable String value) {
		this.schema = value;
		return this;
	}

	/**
	 * Sets the name of the version table. Migrators with different version tables are
	 * independent of each other.
	 * @param value the name, without a schema
	 * @return this builder
	 */
	public MigratorBuilder versionTable(String value) {
		this.versionTable = value;
		return this;
	}

	/**
	 * Sets the name of the history table.
	 * @param value the name, without a schema
	 * @return this builder
	 */
	public MigratorBuilder historyTable(String value) {
		this.historyTable = value;
		return this;
	}

	/**
	 * Sets the part of a run that is one transaction.
	 * @param value the mode
	 * @return this builder
	 */
	public MigratorBuilder transaction(TransactionMode value) {
		this.execution.transaction(value);
		return this;
	}

	/**
	 * Sets the longest time to wait for another migrator.
	 * @param value the time
	 * @return this builder
	 */
	public MigratorBuilder lockWait(Duration value) {
		this.execution.lockWait(value);
		return this;
	}

	/**
	 * Sets the longest time that a statement may wait for a lock of the server. Later
	 * statements queue behind it for all that time: the application stands still that
	 * long at each try.
	 * @param value the time, one second if not set; zero for no limit
	 * @return this builder
	 */
	public MigratorBuilder lockTimeout(Duration value) {
		this.execution.lockTimeout(value);
		return this;
	}

	/**
	 * Sets how often a revision that did not get its lock is tried again.
	 * @param value the number, 20 if not set; zero for no retry
	 * @return this builder
	 */
	public MigratorBuilder lockRetries(int value) {
		this.execution.lockRetries(value);
		return this;
	}

	/**
	 * Sets the longest time that a statement with CONCURRENTLY may wait for others.
	 * @param value the time; zero for no limit
	 * @return this builder
	 */
	public MigratorBuilder concurrentWait(Duration value) {
		this.execution.concurrentWait(value);
		return this;
	}

	/**
	 * Sets the longest time that a statement may take.
	 * @param value the time; zero for no limit
	 * @return this builder
	 */
	public MigratorBuilder statementTimeout(Duration value) {
		this.execution.statementTimeout(value);
		return this;
	}

	/**
	 * Sets the longest time that the server may wait for the rest of a message, or of the
	 * data of a COPY, before its connection counts as lost. Only a network that accepts
	 * data and then loses it needs this limit: if nobody acknowledges the data, the
	 * operating system ends the connection, on Linux after a quarter of an hour. Thirty
	 * minutes by default; in that time a network of 1 Mbit/s carries 200 megabytes.
	 * @param value the time; zero for no limit
	 * @return this builder
	 */
	public MigratorBuilder uploadTimeout(Duration value) {
		this.execution.uploadTimeout(value);
		return this;
	}

	/**
	 * Sets the time zone of a run, used if neither the role nor the database has one
	 * ({@code ALTER ROLE ... SET timezone}), so that it does not depend on the machine.
	 * @param value the name of the time zone in PostgreSQL; {@code UTC} if not set
	 * @return this builder
	 */
	public MigratorBuilder sessionTimeZone(String value) {
		this.execution.timeZone(value);
		return this;
	}

	/**
	 * Sets the name of the application, for the history.
	 * @param value the name, or {@code null} if it has none
	 * @return this builder
	 */
	public MigratorBuilder application(@Nullable String value) {
		this.execution.application(value);
		return this;
	}

	/**
	 * Sets whether several heads are allowed permanently.
	 * @param value {@code false} to warn of them in an upgrade, and to report them in a
	 * check
	 * @return this builder
	 */
	public MigratorBuilder allowSeveralHeads(boolean value) {
		this.severalHeads = value;
		return this;
	}

	/**
	 * Sets the reaction to a script that was edited after it was applied.
	 * @param value the policy
	 * @return this builder
	 */
	public MigratorBuilder onChangedScript(OnChangedScript value) {
		this.onChangedScript = value;
		return this;
	}

	/**
	 * Sets the reaction to a version row whose revision has no script.
	 * @param value the policy
	 * @return this builder
	 */
	public MigratorBuilder onUnknownRevision(OnUnknownRevision value) {
		this.onUnknownRevision = value;
		return this;
	}

	/**
	 * Adds listeners, which are called for each step.
	 * @param values the listeners, in the order in which they are called
	 * @return this builder
	 */
	public MigratorBuilder listeners(List<? extends StepListener> values) {
		this.listeners.addAll(values);
		return this;
	}

	/**
	 * Sets whether {@link Migrator#reset()} may drop everything.
	 * @param value {@code true} if there is no data to keep
	 * @return this builder
	 */
	public MigratorBuilder resetAllowed(boolean value) {
		this.resetAllowed = value;
		return this;
	}

	/**
	 * Sets the intervals of progress reports about a statement that takes long.
	 * @param value the intervals
	 * @return this builder
	 */
	public MigratorBuilder progressPace(ProgressPace value) {
		this.progressPace = value;
		return this;
	}

	/**
	 * Sets the schema that the application wants, from which revisions are generated.
	 * Called only for a comparison.
	 * @param value finds it, or returns {@code null} if the application has no model
	 * @return this builder
	 */
	public MigratorBuilder wantedSchema(Supplier<@Nullable WantedSchema> value) {
		this.wantedSchema = value;
		return this;
	}

	/**
	 * Sets what is compared with the model, and which changes may result.
	 * @param value the settings; renames, invented names and the migrator's own tables
	 * are added to them
	 * @return this builder
	 */
	public MigratorBuilder comparison(ComparisonSettings value) {
		this.comparison = value;
		return this;
	}

	/**
	 * Sets the customizers, which see and change the differences between the model and
	 * the database. Called only for a comparison.
	 * @param value finds the customizers, in the order in which they are called
	 * @return this builder
	 */
	public MigratorBuilder changeCustomizers(Supplier<List<ChangeCustomizer>> value) {
		this.changeCustomizers = value;
		return this;
	}

	/**
	 * Sets the customizers, which see and change the revisions that are about to be
	 * generated. Called only when one is.
	 * @param value finds the customizers, in the order in which they are called
	 * @return this builder
	 */
	public MigratorBuilder revisionCustomizers(Supplier<List<RevisionCustomizer>> value) {
		this.revisionCustomizers = value;
		return this;
	}

	/**
	 * Sets how the command line writes revisions. It is internal, and changes without
	 * notice.
	 * @param value the settings
	 * @return this builder
	 */
	public MigratorBuilder development(DevelopmentSettings value) {
		this.development = value;
		return this;
	}

	/**
	 * Builds the migrator. Reads neither the scripts nor the database.
	 * @return the migrator
	 * @throws InvalidTablesException if the tables cannot have the configured names
	 */
	public Migrator build() {
		InvalidTablesException.check(tables());
		return new Migrator(this);
	}

	MigratorTables tables() {
		return new MigratorTables(this.schema, this.versionTable, this.historyTable);
	}

	ExecutionSettings settings() {
		return this.execution.build();
	}

	RevisionScripts scripts() {
		RevisionScripts scripts = RevisionScripts.of(new SqlScriptReader(this.resourceLoader).read(this.locations),
				this.javaScripts, this.locations);
		if (!scripts.graph().isEmpty()) {
			scripts.placesWithoutScripts()
				.forEach((place) -> logger.warn("Revisions were not found everywhere: " + place));
		}
		return scripts;
	}

	SeedScripts seeds() {
		SeedScripts seeds = new SeedScriptReader(this.resourceLoader).read(this.seedLocations);
		seeds.missingLocations()
			.forEach((location) -> logger
				.info("There are no seed scripts at " + location + ": there is no such folder"));
		seeds.emptyLocations()
			.forEach((location) -> logger
				.info("There are no seed scripts at " + location + ": no file in it ends in .sql"));
		return seeds;
	}

}
