package dev.migrator.internal.autoconfigure.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import org.hibernate.HibernateException;
import org.hibernate.cfg.JdbcSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.jpa.EntityManagerFactoryBuilder;
import org.springframework.boot.jpa.autoconfigure.JpaBaseConfiguration;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/**
 * Reads the entities of the application as its entity manager factory would, with the
 * same settings, naming strategies and converters, without starting one.
 */
public final class EntityModel implements WantedSchema {

	/** The name of the Spring Boot bean with the entities of the searched packages. */
	private static final String MANAGED_TYPES = "persistenceManagedTypes";

	private final ConfigurableListableBeanFactory beans;

	private final @Nullable String factory;

	/**
	 * Creates the model.
	 * @param beans the beans of the application
	 * @param factory the name of an entity manager factory, or {@code null} for the only
	 * or primary one
	 */
	public EntityModel(ConfigurableListableBeanFactory beans, @Nullable String factory) {
		this.beans = beans;
		this.factory = factory;
	}

	@Override
	public WantedModel read(TargetServer server) {
		PersistenceManagedTypes types = (this.factory == null)
				? this.beans.getBeanProvider(PersistenceManagedTypes.class).getIfUnique() : null;
		try {
			return (types != null) ? read(types, server)
					: read(EntityManagerFactories.choose(this.beans, this.factory), server);
		}
		catch (RuntimeException ex) {
			throw unreadable(ex);
		}
	}

	private WantedModel read(String name, TargetServer server) {
		BindingOnlyProvider provider = new BindingOnlyProvider(server, List.of());
		new FactoryCopy(this.beans, name).create(provider, withoutDatabase(server));
		return provider.model();
	}

	private WantedModel read(PersistenceManagedTypes types, TargetServer server) {
		BindingOnlyProvider provider = new BindingOnlyProvider(server, searchedPackages(this.beans));
		LocalContainerEntityManagerFactoryBean factory = this.beans.getBean(EntityManagerFactoryBuilder.class)
			.dataSource(this.beans.getBean(DataSource.class))
			.managedTypes(types)
			.mappingResources(mappingResources())
			.properties(withoutDatabase(server))
			.build();
		factory.setPersistenceProvider(provider);
		// It may be configured to start in the background, where a failure would be lost.
		factory.setBootstrapExecutor(null);
		factory.afterPropertiesSet();
		return provider.model();
	}

	private String[] mappingResources() {
		JpaProperties properties = this.beans.getBeanProvider(JpaProperties.class).getIfAvailable();
		return (properties != null) ? properties.getMappingResources().toArray(String[]::new) : new String[0];
	}

	/**
	 * Returns settings that Hibernate would otherwise read from a connection, so that it
	 * knows the types of that version of the server.
	 */
	private static Map<String, Object> withoutDatabase(TargetServer server) {
		Map<String, Object> properties = new HashMap<>();
		properties.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, "false");
		properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
		properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, String.valueOf(server.majorVersion()));
		properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, String.valueOf(server.minorVersion()));
		return properties;
	}

	/**
	 * Returns the searched packages; empty if they are not known, because a bean of the
	 * application may name its entities one by one.
	 */
	private static List<String> searchedPackages(ConfigurableListableBeanFactory beans) {
		if (!isOfSpringBoot(beans, MANAGED_TYPES)) {
			return List.of();
		}
		List<String> packages = new ArrayList<>(EntityScanPackages.get(beans).getPackageNames());
		if (packages.isEmpty() && AutoConfigurationPackages.has(beans)) {
			packages.addAll(AutoConfigurationPackages.get(beans));
		}
		return packages;
	}

	/**
	 * Returns whether Spring Boot declares a bean. In an application that was processed
	 * ahead of time the definition has no metadata, but the declaring class as its own.
	 */
	private static boolean isOfSpringBoot(ConfigurableListableBeanFactory beans, String name) {
		if (!beans.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition bean = beans.getBeanDefinition(name);
		String declaring = (bean instanceof AnnotatedBeanDefinition annotated
				&& annotated.getFactoryMethodMetadata() != null)
						? annotated.getFactoryMethodMetadata().getDeclaringClassName() : bean.getBeanClassName();
		return declaring != null && declaring.startsWith(JpaBaseConfiguration.class.getName());
	}

	private static RuntimeException unreadable(RuntimeException failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnreadableModelException found) {
				return found;
			}
		}
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		if (!(root instanceof HibernateException)) {
			return failure;
		}
		return new UnreadableModelException("Hibernate cannot read the entities: " + root.getMessage(),
				"Correct the mapping; the application would not start with it either.", failure);
	}

}
