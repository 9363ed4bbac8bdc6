package dev.migrator.autoconfigure.properties;

import java.time.Duration;
import java.util.List;

import dev.migrator.execution.TransactionMode;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Configuration properties of the migrator.
 */
@ConfigurationProperties("migrator")
public class MigratorProperties {

	/**
	 * Whether to set up the migrator.
	 */
	private boolean enabled = true;

	/**
	 * Reaction to pending revisions when the application starts: upgrade, validate
	 * (refuse to start), wait (until another process has applied them, at most
	 * migrator.lock.wait), or none (only a line in the log). Always none when the
	 * application exits after its refresh (spring.context.exit=onRefresh).
	 */
	private StartupMode startup = StartupMode.UPGRADE;

	/**
	 * Target of the upgrade when the application starts. The target head is refused if
	 * there are several heads.
	 */
	private String target = "heads";

	/**
	 * Locations of SQL revisions (classpath: or file:), searched with all their folders.
	 */
	private List<String> locations = List.of("classpath:db/revisions");

	/**
	 * Packages of Java revisions; those of the application if not set.
	 */
	private List<String> packages = List.of();

	/**
	 * Schema of the version table and the history table, created if it is missing; that
	 * of the connection if not set.
	 */
	private @Nullable String schema;

	/**
	 * Name of the version table, which has a row for each head of the applied revisions.
	 * The table of Alembic, alembic_version, works too.
	 */
	private String versionTable = "migrator_version";

	/**
	 * Name of the history table, which records each run: what, when, how long, by whom.
	 */
	private String historyTable = "migrator_history";

	/**
	 * Address of the database to migrate, as JDBC URL or postgresql://...
	 * (${DATABASE_URL}), for a connection of the migrator's own with a role that may
	 * change the schema; that of the application's DataSource if not set.
	 */
	private @Nullable String url;

	/**
	 * Login user for the database to migrate. Only with a URL.
	 */
	private @Nullable String username;

	/**
	 * Login password for the database to migrate. Only with a URL.
	 */
	private @Nullable String password;

	/**
	 * Part of an upgrade that is one transaction: per-revision, or single (the whole
	 * upgrade).
	 */
	private TransactionMode transaction = TransactionMode.PER_REVISION;

	/**
	 * Longest time that a statement may take (statement_timeout of the server, always
	 * set); zero for no limit.
	 */
	private Duration statementTimeout = Duration.ofSeconds(0);

	/**
	 * Longest time that the server may wait for the rest of a message, or of the data of
	 * a COPY, before its connection counts as lost; zero for no limit.
	 */
	private Duration uploadTimeout = Duration.ofMinutes(30);

	/**
	 * Time zone of a run, if neither the role nor the database has one.
	 */
	private String sessionTimeZone = "UTC";

	/**
	 * Reaction to a script that was edited after it was applied: fail, warn or ignore.
	 */
	private OnChangedScript onChangedScript = OnChangedScript.FAIL;

	/**
	 * Reaction to a version row whose revision has no script: fail, or warn (start, and
	 * migrate nothing).
	 */
	private OnUnknownRevision onUnknownRevision = OnUnknownRevision.FAIL;

	/**
	 * Reaction if Hibernate is configured to change the schema of the revisions: warn,
	 * fail (refuse to start) or ignore.
	 */
	private OnDdlAuto onDdlAuto = OnDdlAuto.WARN;

	/**
	 * Whether several heads are allowed permanently: neither an upgrade nor a check
	 * mentions them. Otherwise an upgrade warns of them, and a check reports them.
	 */
	private boolean allowSeveralHeads;

	/**
	 * Whether a reset may drop every object of the schema. For development only.
	 */
	private boolean resetAllowed;

	@NestedConfigurationProperty
	private final LockProperties lock = new LockProperties();

	@NestedConfigurationProperty
	private final SeedProperties seed = new SeedProperties();

	@NestedConfigurationProperty
	private final NewScriptsProperties newScripts = new NewScriptsProperties();

	@NestedConfigurationProperty
	private final AutogenerateProperties autogenerate = new AutogenerateProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public StartupMode getStartup() {
		return this.startup;
	}

	public void setStartup(StartupMode startup) {
		this.startup = startup;
	}

	public String getTarget() {
		return this.target;
	}

	public void setTarget(String target) {
		this.target = target;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public List<String> getPackages() {
		return this.packages;
	}

	public void setPackages(List<String> packages) {
		this.packages = packages;
	}

	public @Nullable String getSchema() {
		return this.schema;
	}

	public void setSchema(@Nullable String schema) {
		this.schema = schema;
	}

	public String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(String versionTable) {
		this.versionTable = versionTable;
	}

	public String getHistoryTable() {
		return this.historyTable;
	}

	public void setHistoryTable(String historyTable) {
		this.historyTable = historyTable;
	}

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public TransactionMode getTransaction() {
		return this.transaction;
	}

	public void setTransaction(TransactionMode transaction) {
		this.transaction = transaction;
	}

	public Duration getStatementTimeout() {
		return this.statementTimeout;
	}

	public void setStatementTimeout(Duration statementTimeout) {
		this.statementTimeout = statementTimeout;
	}

	public Duration getUploadTimeout() {
		return this.uploadTimeout;
	}

	public void setUploadTimeout(Duration uploadTimeout) {
		this.uploadTimeout = uploadTimeout;
	}

	public String getSessionTimeZone() {
		return this.sessionTimeZone;
	}

	public void setSessionTimeZone(String sessionTimeZone) {
		this.sessionTimeZone = sessionTimeZone;
	}

	public OnChangedScript getOnChangedScript() {
		return this.onChangedScript;
	}

	public void setOnChangedScript(OnChangedScript onChangedScript) {
		this.onChangedScript = onChangedScript;
	}

	public OnUnknownRevision getOnUnknownRevision() {
		return this.onUnknownRevision;
	}

	public void setOnUnknownRevision(OnUnknownRevision onUnknownRevision) {
		this.onUnknownRevision = onUnknownRevision;
	}

	public OnDdlAuto getOnDdlAuto() {
		return this.onDdlAuto;
	}

	public void setOnDdlAuto(OnDdlAuto onDdlAuto) {
		this.onDdlAuto = onDdlAuto;
	}

	public boolean isAllowSeveralHeads() {
		return this.allowSeveralHeads;
	}

	public void setAllowSeveralHeads(boolean allowSeveralHeads) {
		this.allowSeveralHeads = allowSeveralHeads;
	}

	public boolean isResetAllowed() {
		return this.resetAllowed;
	}

	public void setResetAllowed(boolean resetAllowed) {
		this.resetAllowed = resetAllowed;
	}

	public LockProperties getLock() {
		return this.lock;
	}

	public SeedProperties getSeed() {
		return this.seed;
	}

	public NewScriptsProperties getNewScripts() {
		return this.newScripts;
	}

	public AutogenerateProperties getAutogenerate() {
		return this.autogenerate;
	}

}
