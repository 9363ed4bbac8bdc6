package dev.migrator.internal.autoconfigure.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import org.hibernate.cfg.SchemaToolingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;

/**
 * Finds out how the factory of Spring Boot is configured to change the schema, without
 * creating the factory.
 */
public class ConfiguredDdlAuto {

	static final String DDL_AUTO = "spring.jpa.hibernate.ddl-auto";

	private static final String FACTORY = "entityManagerFactory";

	private static final String BOOT = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaConfiguration";

	private final ObjectProvider<DataSource> dataSource;

	private final ObjectProvider<JpaProperties> jpa;

	private final ObjectProvider<HibernateProperties> hibernate;

	private final ObjectProvider<HibernatePropertiesCustomizer> customizers;

	private final ConfigurableListableBeanFactory beans;

	public ConfiguredDdlAuto(ObjectProvider<DataSource> dataSource, ObjectProvider<JpaProperties> jpa,
			ObjectProvider<HibernateProperties> hibernate, ObjectProvider<HibernatePropertiesCustomizer> customizers,
			ConfigurableListableBeanFactory beans) {
		this.dataSource = dataSource;
		this.jpa = jpa;
		this.hibernate = hibernate;
		this.customizers = customizers;
		this.beans = beans;
	}

	/**
	 * Returns whether a factory is the one of Spring Boot, for which its properties have
	 * an effect.
	 */
	boolean isOf(String factory) {
		return factory.equals(FACTORY) && this.beans.containsBeanDefinition(FACTORY)
				&& BOOT.equals(this.beans.getBeanDefinition(FACTORY).getFactoryBeanName());
	}

	/**
	 * Returns the action that the properties configure, without creating anything.
	 */
	Optional<SchemaAction> byProperties() {
		return action(List.of());
	}

	/**
	 * Describes what to set instead.
	 * @return a sentence without a period
	 */
	public static String advice(SchemaAction action) {
		return (action.setting().startsWith(DDL_AUTO) ? "Set " : "Remove that setting, and set ") + DDL_AUTO
				+ "=validate";
	}

	/**
	 * Returns the final action, including customizers, if it is about the database of a
	 * migrator.
	 */
	public Optional<SchemaAction> on(Migrator migrator) {
		DataSource used = dataSource();
		return (used != null && KnownLogins.isMigrated(used, migrator))
				? action(this.customizers.orderedStream().toList()) : Optional.empty();
	}

	/**
	 * Returns the DataSource that Spring Boot uses.
	 */
	@Nullable DataSource dataSource() {
		return this.dataSource.getIfUnique();
	}

	private Optional<SchemaAction> action(List<HibernatePropertiesCustomizer> customized) {
		JpaProperties common = this.jpa.getIfUnique();
		HibernateProperties own = this.hibernate.getIfUnique();
		if (common == null || own == null || !isOf(FACTORY)) {
			return Optional.empty();
		}
		Map<String, Object> settings = new HashMap<>(common.getProperties());
		settings.remove(SchemaToolingSettings.HBM2DDL_AUTO);
		settings.putAll(own.determineHibernateProperties(common.getProperties(),
				new HibernateSettings().ddlAuto(() -> "none").hibernatePropertiesCustomizers(customized)));
		if (common.isGenerateDdl()) {
			settings.putIfAbsent(SchemaToolingSettings.HBM2DDL_AUTO, "update");
		}
		return SchemaAction.of(settings).map((action) -> written(action, common, own));
	}

	/**
	 * Returns the action with the property that a person has written, if there is one.
	 */
	private static SchemaAction written(SchemaAction action, JpaProperties common, HibernateProperties own) {
		if (action.setting().equals(action.name() + "=" + common.getProperties().get(action.name()))) {
			return action.by("spring.jpa.properties." + action.setting());
		}
		if (own.getDdlAuto() != null && action.setting().endsWith("=" + own.getDdlAuto())) {
			return action.by(DDL_AUTO + "=" + own.getDdlAuto());
		}
		return (common.isGenerateDdl() && action.setting().endsWith("=update"))
				? action.by("spring.jpa.generate-ddl=true") : action;
	}

}
