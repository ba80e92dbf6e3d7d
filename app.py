"""Router: which pages exist and the frame around them. Nothing else."""

import streamlit as st

st.set_page_config(page_title="Scoreband", page_icon="▮", layout="wide")
