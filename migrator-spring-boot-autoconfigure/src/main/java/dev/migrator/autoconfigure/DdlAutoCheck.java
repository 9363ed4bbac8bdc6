package dev.migrator.autoconfigure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.execution.LineLog;
import dev.migrator.problem.MigratorException;
import org.hibernate.cfg.SchemaToolingSettings;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Looks whether Hibernate changes the schema of a migrator's database. The configuration
 * says so before anything runs; what customizers and factories of the application add is
 * seen when Hibernate is about to start.
 */
class DdlAutoCheck implements InitializingBean {

	private static final LineLog logger = new LineLog("dev.migrator");

	private static final String DDL_AUTO = "spring.jpa.hibernate.ddl-auto";

	private final OnDdlAuto mode;

	private final ObjectProvider<Migrator> migrators;

	private final ObjectProvider<DataSource> dataSource;

	private final ObjectProvider<JpaProperties> jpa;

	private final ObjectProvider<HibernateProperties> hibernate;

	private final BooleanSupplier factoryOfBoot;

	private final Set<String> said = new HashSet<>();

	DdlAutoCheck(OnDdlAuto mode, ObjectProvider<Migrator> migrators, ObjectProvider<DataSource> dataSource,
			ObjectProvider<JpaProperties> jpa, ObjectProvider<HibernateProperties> hibernate,
			BooleanSupplier factoryOfBoot) {
		this.mode = mode;
		this.migrators = migrators;
		this.dataSource = dataSource;
		this.jpa = jpa;
		this.hibernate = hibernate;
		this.factoryOfBoot = factoryOfBoot;
	}

	@Override
	public void afterPropertiesSet() {
		JpaProperties common = this.jpa.getIfUnique();
		HibernateProperties own = this.hibernate.getIfUnique();
		if (common == null || own == null || !this.factoryOfBoot.getAsBoolean()) {
			return;
		}
		Map<String, Object> settings = new HashMap<>(common.getProperties());
		settings.remove(SchemaToolingSettings.HBM2DDL_AUTO);
		settings.putAll(own.determineHibernateProperties(common.getProperties(),
				new HibernateSettings().ddlAuto(() -> "none")));
		if (common.isGenerateDdl()) {
			settings.putIfAbsent(SchemaToolingSettings.HBM2DDL_AUTO, "update");
		}
		SchemaAction.of(settings).ifPresent((action) -> {
			DataSource unique = this.dataSource.getIfUnique();
			if (unique != null) {
				check(unique, action, configured(action, common, own));
			}
		});
	}

	/**
	 * The property that a person has written.
	 */
	private static String configured(SchemaAction action, JpaProperties common, HibernateProperties own) {
		String name = action.setting().substring(0, action.setting().indexOf('='));
		if (common.getProperties().containsKey(name)) {
			return "spring.jpa.properties." + action.setting();
		}
		return (own.getDdlAuto() != null && action.setting().endsWith("=" + own.getDdlAuto()))
				? DDL_AUTO + "=" + own.getDdlAuto() : "spring.jpa.generate-ddl=true";
	}

	/**
	 * Looks at what a factory is about to hand to Hibernate.
	 */
	void check(LocalContainerEntityManagerFactoryBean factory) {
		Map<String, Object> settings = new HashMap<>();
		if (factory.getJpaVendorAdapter() != null) {
			settings.putAll(factory.getJpaVendorAdapter().getJpaPropertyMap());
		}
		settings.putAll(factory.getJpaPropertyMap());
		DataSource used = factory.getDataSource();
		if (used != null) {
			SchemaAction.of(settings).ifPresent((action) -> check(used, action, action.setting()));
		}
	}

	private void check(DataSource used, SchemaAction action, String setting) {
		if (this.mode == OnDdlAuto.IGNORE || !migrated(used) || !this.said.add(action.effect())) {
			return;
		}
		String description = "Hibernate " + action.effect() + " (" + setting + ").";
		String advice = setting.startsWith(DDL_AUTO) ? "Set " + DDL_AUTO + "=validate"
				: "Remove that setting, and set " + DDL_AUTO + "=validate";
		if (this.mode == OnDdlAuto.FAIL) {
			throw new FailedStart(
					new DdlAutoException(description, advice + "; revisions change the schema (migrator revision "
							+ "--autogenerate). migrator.on-ddl-auto=warn lets the application start."));
		}
		logger.warn(description + " " + advice + "; revisions change the schema (migrator revision --autogenerate). "
				+ "migrator.on-ddl-auto=ignore ends this warning.");
	}

	private boolean migrated(DataSource used) {
		return this.migrators.stream().anyMatch((migrator) -> leadsTo(used, migrator));
	}

	private static boolean leadsTo(DataSource used, Migrator migrator) {
		try {
			return KnownLogins.sameDatabase(migrator.dataSource(), used);
		}
		catch (MigratorException ex) {
			// It says so itself when it migrates, and may never do.
			return false;
		}
	}

}
