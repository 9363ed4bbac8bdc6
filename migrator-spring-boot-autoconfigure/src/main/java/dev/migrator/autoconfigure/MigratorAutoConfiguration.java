package dev.migrator.autoconfigure;

import java.util.Objects;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.autogenerate.draft.RevisionCustomizer;
import dev.migrator.execution.StepListener;
import dev.migrator.internal.autoconfigure.aot.MigratorRuntimeHints;
import dev.migrator.internal.autoconfigure.bean.DataSourceChoice;
import dev.migrator.internal.autoconfigure.bean.KnownLogins;
import dev.migrator.internal.autoconfigure.model.MigratorSchemaManagementProvider;
import dev.migrator.internal.autoconfigure.revision.ApplicationSources;
import dev.migrator.internal.autoconfigure.revision.JavaRevisionBeans;
import dev.migrator.internal.autoconfigure.revision.JavaRevisionRegistrar;
import dev.migrator.internal.autoconfigure.start.ConfiguredMigrator;
import dev.migrator.internal.autogenerate.schemafile.SchemaFile;
import dev.migrator.internal.script.project.Project;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Auto-configuration for the migrator: brings the database of the application up to date
 * before anything else uses it.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBooleanProperty(name = "migrator.enabled", matchIfMissing = true)
@Conditional(MigratorAutoConfiguration.DatabaseCondition.class)
@EnableConfigurationProperties(MigratorProperties.class)
@Import({ DatabaseInitializationDependencyConfigurer.class, JavaRevisionRegistrar.class })
@ImportRuntimeHints(MigratorRuntimeHints.class)
public final class MigratorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Migrator migrator(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			@MigratorDataSource ObjectProvider<DataSource> migratorDataSource, ResourceLoader resourceLoader,
			ConfigurableListableBeanFactory beanFactory, Environment environment,
			ObjectProvider<StepListener> listeners, ObjectProvider<WantedSchema> wantedSchema,
			ObjectProvider<ChangeCustomizer> changeCustomizers, ObjectProvider<RevisionCustomizer> revisionCustomizers,
			ObjectProvider<MigratorCustomizer> customizers) {
		MigratorBuilder builder = ConfiguredMigrator
			.of(properties,
					() -> DataSourceChoice.of(properties, dataSource, migratorDataSource::getIfAvailable, beanFactory),
					ApplicationSources.of(properties, beanFactory), resourceLoader, environment)
			.javaRevisions(new JavaRevisionBeans(beanFactory).scripts())
			.listeners(listeners.orderedStream().toList())
			.wantedSchema(wantedSchema::getIfAvailable)
			.changeCustomizers(() -> changeCustomizers.orderedStream().toList())
			.revisionCustomizers(() -> revisionCustomizers.orderedStream().toList());
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	/**
	 * Declared before the bean that reads the entities, which is then not created.
	 */
	@Bean
	@Lazy
	@ConditionalOnProperty("migrator.autogenerate.schema-file")
	@ConditionalOnMissingBean(WantedSchema.class)
	SchemaFile schemaFile(MigratorProperties properties, ObjectProvider<DataSource> dataSource,
			@MigratorDataSource ObjectProvider<DataSource> migratorDataSource, ResourceLoader resourceLoader,
			ConfigurableListableBeanFactory beanFactory) {
		String file = Objects.requireNonNull(properties.getAutogenerate().getSchemaFile());
		ApplicationSources sources = ApplicationSources.of(properties, beanFactory);
		return new SchemaFile(file, () -> Project.resource(file, sources.project().orElse(null), resourceLoader),
				() -> DataSourceChoice.of(properties, dataSource, migratorDataSource::getIfAvailable, beanFactory),
				KnownLogins::of, properties.getSessionTimeZone());
	}

	@Bean
	@ConditionalOnMissingBean
	MigratorInitializer migratorInitializer(ObjectProvider<Migrator> migrators, MigratorProperties properties) {
		return new MigratorInitializer(migrators.orderedStream().toList(),
				properties.isEnabled() ? properties.getStartup() : StartupMode.NONE);
	}

	@Bean
	MigratorSchemaManagementProvider migratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		return new MigratorSchemaManagementProvider(migrators);
	}

	/**
	 * Excludes the initializer from lazy initialization, so that a lazy application that
	 * only asks for its DataSource is migrated too.
	 */
	@Bean
	static LazyInitializationExcludeFilter migratorInitializerIsNotLazy() {
		return LazyInitializationExcludeFilter.forBeanTypes(MigratorInitializer.class);
	}

	static class DatabaseCondition extends AnyNestedCondition {

		DatabaseCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBean(DataSource.class)
		static class OnDataSource {

		}

		@Conditional(MarkedDataSourceCondition.class)
		static class OnMarkedDataSource {

		}

		@ConditionalOnBean(JdbcConnectionDetails.class)
		static class OnConnectionDetails {

		}

		@ConditionalOnProperty("migrator.url")
		static class OnUrl {

		}

	}

	/**
	 * Matches if a DataSource is marked. {@code @ConditionalOnBean} does not see beans
	 * that are no default candidates.
	 */
	static class MarkedDataSourceCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConfigurableListableBeanFactory beans = context.getBeanFactory();
			boolean marked = beans != null && beans.getBeanNamesForAnnotation(MigratorDataSource.class).length > 0;
			return new ConditionOutcome(marked, ConditionMessage.forCondition("@MigratorDataSource")
				.because(marked ? "found a bean" : "did not find a bean"));
		}

	}

}
