package dev.migrator.internal.autoconfigure.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.DdlAutoException;
import dev.migrator.autoconfigure.properties.OnDdlAuto;
import dev.migrator.internal.autoconfigure.bean.FailedStart;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import dev.migrator.internal.execution.words.LineLog;
import org.hibernate.cfg.SchemaToolingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Finds out whether Hibernate changes the schema of a migrator's database. The
 * configuration shows that before anything runs; settings of customizers and factories of
 * the application are seen when Hibernate is about to start.
 */
public class DdlAutoCheck implements InitializingBean {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final OnDdlAuto mode;

	private final ObjectProvider<Migrator> migrators;

	private final ConfiguredDdlAuto configured;

	/** The message about the factory of Spring Boot. */
	private @Nullable String said;

	public DdlAutoCheck(OnDdlAuto mode, ObjectProvider<Migrator> migrators, ConfiguredDdlAuto configured) {
		this.mode = mode;
		this.migrators = migrators;
		this.configured = configured;
	}

	@Override
	public void afterPropertiesSet() {
		DataSource used = this.configured.dataSource();
		Optional<SchemaAction> action = this.configured.byProperties();
		if (used != null && action.isPresent() && isMigrated(used)) {
			this.said = action.get().effect();
			say(action.get(), ConfiguredDdlAuto.advice(action.get()));
		}
	}

	/**
	 * Checks the settings that a factory is about to pass to Hibernate.
	 * @param factory the factory
	 * @param name its name as a bean
	 */
	void check(LocalContainerEntityManagerFactoryBean factory, String name) {
		Map<String, Object> settings = new HashMap<>();
		if (factory.getJpaVendorAdapter() != null) {
			settings.putAll(factory.getJpaVendorAdapter().getJpaPropertyMap());
		}
		settings.putAll(factory.getJpaPropertyMap());
		DataSource used = factory.getDataSource();
		Optional<SchemaAction> action = SchemaAction.of(settings);
		if (used == null || action.isEmpty() || !isMigrated(used)) {
			return;
		}
		if (!this.configured.isOf(name)) {
			say(action.get().by(action.get().setting() + " of the bean " + name), ofFactory(action.get()));
		}
		else if (!action.get().effect().equals(this.said)) {
			say(action.get(), ConfiguredDdlAuto.advice(action.get()));
		}
	}

	/**
	 * Returns the advice for a factory of the application. A setting of Jakarta
	 * Persistence would take precedence over the other.
	 */
	private static String ofFactory(SchemaAction action) {
		return action.name().equals(SchemaToolingSettings.HBM2DDL_AUTO)
				? "Set hibernate.hbm2ddl.auto=validate there instead"
				: "Remove that setting there, and set hibernate.hbm2ddl.auto=validate";
	}

	private void say(SchemaAction action, String advice) {
		String description = "Hibernate " + action.effect() + " (" + action.setting() + ").";
		String revisions = "; revisions change the schema (migrator revision --autogenerate). ";
		if (this.mode == OnDdlAuto.FAIL) {
			throw new FailedStart(new DdlAutoException(description,
					advice + revisions + "migrator.on-ddl-auto=warn lets the application start."));
		}
		logger.warn(description + " " + advice + revisions + "migrator.on-ddl-auto=ignore ends this warning.");
	}

	private boolean isMigrated(DataSource used) {
		return this.mode != OnDdlAuto.IGNORE
				&& this.migrators.stream().anyMatch((migrator) -> KnownLogins.isMigrated(used, migrator));
	}

}
