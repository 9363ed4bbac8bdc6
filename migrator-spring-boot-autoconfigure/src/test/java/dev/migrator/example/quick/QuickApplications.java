package dev.migrator.example.quick;

import java.nio.file.Path;
import java.util.Properties;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.MigratorCustomizer;
import dev.migrator.autoconfigure.MigratorDataSource;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.example.component.ComponentRevision;
import dev.migrator.execution.StepListener;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.aspectj.lang.annotation.Aspect;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.PropertyOverrideConfigurer;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.samples.pet.PetConfiguration;

/**
 * An application that may be started for a command no more, and others that are not like
 * it. Each prints when its context is started.
 */
public final class QuickApplications {

	private QuickApplications() {
	}

	/**
	 * Prints that a context is started, which has to evaluate it.
	 */
	public static class Started implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			System.err.println("CONTEXT");
			return false;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(Started.class)
	public static class Marker {

	}

	@EnableAutoConfiguration
	@Import(Marker.class)
	public static class Plain {

	}

	public static class Customized extends Plain {

		@Bean
		MigratorCustomizer customizer() {
			return (builder) -> builder.target("items");
		}

	}

	public static class Owned extends Plain {

		@Bean
		Migrator migrator(DataSource dataSource) {
			return Migrator.builder(dataSource).build();
		}

	}

	public static class Pooled extends Plain {

		@Bean
		DataSource dataSource() {
			return new PGSimpleDataSource();
		}

	}

	public static class SecondPool extends Plain {

		@Bean(defaultCandidate = false)
		@MigratorDataSource
		DataSource other() {
			return new PGSimpleDataSource();
		}

	}

	public static class Processed extends Plain {

		@Bean
		static BeanPostProcessor processor() {
			return new BeanPostProcessor() {
			};
		}

	}

	@Import(PetConfiguration.class)
	public static class PetProcessed extends Plain {

	}

	/**
	 * A class of Spring, which somebody else gave its properties.
	 */
	public static class Overrides implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
			Properties properties = new Properties();
			properties.setProperty("dataSource.jdbcUrl", "jdbc:postgresql://localhost:2/none");
			registry.registerBeanDefinition("overrides",
					BeanDefinitionBuilder.rootBeanDefinition(PropertyOverrideConfigurer.class)
						.addPropertyValue("properties", properties)
						.getBeanDefinition());
		}

	}

	@Import(Overrides.class)
	public static class Overridden extends Plain {

	}

	public static class FactoryProcessed extends Plain {

		@Bean
		static BeanFactoryPostProcessor processor() {
			return (beans) -> beans.getBeanDefinition("migrator").setLazyInit(true);
		}

	}

	public static class Placeholders extends Plain {

		@Bean
		static PropertySourcesPlaceholderConfigurer placeholders() {
			return new PropertySourcesPlaceholderConfigurer();
		}

	}

	public static class OtherProperties extends Plain {

		@Bean
		@Primary
		DataSourceProperties otherProperties() {
			DataSourceProperties properties = new DataSourceProperties();
			properties.setUrl("jdbc:postgresql://localhost:2/none");
			return properties;
		}

	}

	public static class OtherDetails extends Plain {

		@Bean
		JdbcConnectionDetails details() {
			return new JdbcConnectionDetails() {

				@Override
				public String getUsername() {
					return "other";
				}

				@Override
				public String getPassword() {
					return "";
				}

				@Override
				public String getJdbcUrl() {
					return "jdbc:postgresql://localhost:2/none";
				}

			};
		}

	}

	@PropertySource("classpath:application-elsewhere.properties")
	public static class Sourced extends Plain {

	}

	public static class Listened extends Plain {

		@Bean
		StepListener listener() {
			return new StepListener() {
			};
		}

	}

	public static class Changed extends Plain {

		@Bean
		ChangeCustomizer changes() {
			return (change) -> change;
		}

	}

	@Aspect
	public static class Advice {

	}

	public static class Woven extends Plain {

		@Bean
		Advice advice() {
			return new Advice();
		}

	}

	public static class Advised extends Plain {

		@Bean
		Advisor advisor() {
			return new NameMatchMethodPointcutAdvisor((MethodInterceptor) MethodInvocation::proceed);
		}

	}

	public static class Converted extends Plain {

		@Bean
		@ConfigurationPropertiesBinding
		static Converter<String, Path> converter() {
			return new Converter<>() {

				@Override
				public Path convert(String text) {
					return Path.of(text);
				}

			};
		}

	}

	public static class Scripted extends Plain {

		@Bean
		ComponentRevision revision() {
			return new ComponentRevision();
		}

	}

}
