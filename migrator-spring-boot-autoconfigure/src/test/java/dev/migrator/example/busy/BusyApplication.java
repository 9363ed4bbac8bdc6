package dev.migrator.example.busy;

import javax.sql.DataSource;

import dev.migrator.example.store.Item;
import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * An application with a web server, entities whose tables are missing, and beans that say
 * when somebody wakes them.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EntityScan(basePackageClasses = Item.class)
@EnableScheduling
public class BusyApplication {

	/**
	 * Starts it.
	 * @param arguments its arguments
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BusyApplication.class, arguments);
	}

	static void woken(String what) {
		System.out.println("WOKEN: " + what);
	}

	/**
	 * A DataSource of the application's own, which no property tells of.
	 */
	@Bean
	DataSource dataSource(@Value("${busy.url}") String url, @Value("${format:}") String format) {
		if (!format.isEmpty()) {
			woken("property of a command");
		}
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url);
		return dataSource;
	}

	@Bean
	InitializingBean initializing() {
		return () -> woken("InitializingBean");
	}

	@Bean
	CommandLineRunner runner() {
		return (arguments) -> woken("CommandLineRunner");
	}

	@Bean
	ExitCodeGenerator exitCode() {
		woken("ExitCodeGenerator");
		return () -> 42;
	}

	@Bean
	ApplicationListener<ApplicationStartedEvent> started() {
		woken("bean that listens to the start");
		return (event) -> woken("ApplicationStartedEvent");
	}

	@Bean
	ApplicationListener<ContextClosedEvent> closed() {
		woken("bean that listens to the end");
		return (event) -> woken("ContextClosedEvent");
	}

	@Bean
	Jobs jobs() {
		return new Jobs();
	}

	@Bean
	Lifecycle lifecycle() {
		return new Lifecycle();
	}

	@Bean
	Repository repository(EntityManagerFactory entities) {
		return new Repository(entities);
	}

	static class Jobs {

		@PostConstruct
		void construct() {
			woken("@PostConstruct");
		}

		@Scheduled(fixedRate = 10)
		void job() {
			woken("@Scheduled");
		}

		@EventListener
		void event(Object event) {
			woken("@EventListener");
		}

	}

	static class Lifecycle implements SmartLifecycle {

		private boolean running;

		@Override
		public void start() {
			woken("SmartLifecycle");
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	static class Repository {

		Repository(EntityManagerFactory entities) {
			woken("repository with " + entities);
		}

	}

}
