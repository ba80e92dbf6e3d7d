"""Settings of Acme."""

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import SettingsConfigDict

from services.config import PREFIX, VendorSettings


class AcmeSettings(VendorSettings):
    """Every setting is an environment variable of its name with `SCOREBAND_ACME_` before it."""

    model_config = SettingsConfigDict(env_prefix=f"{PREFIX}ACME_")

    api_key: SecretStr | None = Field(None, description="Acme's API key")
    url: HttpUrl = Field(HttpUrl("https://acme.example.com/v9"), description="Acme's API")
    requests_per_minute: float = Field(60, gt=0, description="How often Acme is asked at most")
    webhook_secret: SecretStr | None = Field(None, description="Unused")
